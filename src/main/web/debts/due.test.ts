import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due, span } from './due';

const now = Date.parse('2026-11-25T10:00:00Z');

test('what is not due yet is not late', () => {
  assert.equal(due('2026-11-25T10:00:00Z', now).late, false);
  assert.match(due('2026-11-25T10:30:00Z', now).text, /^due at /);
});

test('what is late says by how much, from its first second on', () => {
  assert.deepEqual(due('2026-11-25T09:59:59Z', now), { late: true, text: 'late by 1 minute' });
  assert.deepEqual(due('2026-11-25T09:35:00Z', now), { late: true, text: 'late by 25 minutes' });
});

test('a length of time is told in its largest unit', () => {
  assert.equal(span(119 * 60_000), '119 minutes');
  assert.equal(span(120 * 60_000), '2 hours');
  assert.equal(span(47 * 3_600_000), '47 hours');
  assert.equal(span(48 * 3_600_000), '2 days');
});
