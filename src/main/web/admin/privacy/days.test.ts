import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bounds } from './days';

test('a day ends where the next one begins', () => {
  const one = bounds('2026-03-28');
  const next = bounds('2026-03-29');
  assert.equal(one?.until, next?.from);
  assert.equal(new Date(one?.from ?? '').getDate(), 28);
  assert.equal(bounds('2026-12-31')?.until, bounds('2027-01-01')?.from);
});

test('what is no day bounds nothing', () => {
  assert.equal(bounds(''), null);
  assert.equal(bounds('2026-03'), null);
});
