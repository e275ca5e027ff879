import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whole } from './whole';

test('only digits are a number', () => {
  assert.equal(whole('20'), 20);
  assert.equal(whole('0'), 0);
  for (const none of ['', ' ', 'abc', '1.5', '-3', '2e3', '0x10']) assert.equal(whole(none), -1, none);
});
