import assert from 'node:assert/strict';
import { test } from 'node:test';
import { upTo } from './until';

const now = new Date('2026-11-26T10:00:00Z'); // a Thursday

test('today by the hour, soon by the weekday, later by the date', () => {
  assert.match(upTo('2026-11-26T17:00:00Z', 'Europe/Paris', now), /^(18:00|06:00 PM)$/);
  assert.match(upTo('2026-11-30T07:00:00Z', 'Europe/Paris', now), /^Monday\D+08:00/);
  assert.match(upTo('2027-08-15T22:00:00Z', 'Europe/Paris', now), /Mon.*16.*Aug|Mon.*Aug.*16/);
});

test('the clock is that of the zone, and of the reader where there is none', () => {
  assert.match(upTo('2026-11-26T23:30:00Z', 'Europe/Paris', now), /^Friday/);
  assert.notEqual(upTo('2026-11-26T17:00:00Z', 'Mars/Olympus', now), '');
  assert.equal(upTo('soon', 'Europe/Paris', now), '');
});
