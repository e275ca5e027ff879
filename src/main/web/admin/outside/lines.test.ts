import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keyFor, lines } from './lines';

test('each line counts once, and none that is empty', () => {
  assert.deepEqual(lines(' 06 1 \r\n\n06 1\n07 2  '), ['06 1', '07 2']);
  assert.deepEqual(lines(''), []);
});

test('a key made here is one that the service takes', () => {
  assert.match(keyFor(new Date('2026-03-01T09:30:11Z')), /^[A-Za-z0-9][A-Za-z0-9._:-]*$/);
});
