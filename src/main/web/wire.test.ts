import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitBefore } from './socket';
import { readMessage } from './wire';

test('a frame that is not a message of ours is passed over', () => {
  for (const frame of [
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"type":"toString"}',
    '{"type":"from-the-future"}',
    new ArrayBuffer(2),
  ]) {
    assert.equal(readMessage(frame), null);
  }
  assert.deepEqual(readMessage('{"type":"ended","call":"1"}'), { type: 'ended', call: '1' });
});

test('tries to reconnect come at once, then less and less often, never rarer than about ten seconds', () => {
  assert.ok(waitBefore(0, 0) >= 300 && waitBefore(0, 1) <= 700);
  assert.ok(waitBefore(3, 0.5) > waitBefore(2, 0.5));
  assert.ok(waitBefore(50, 1) <= 12_500);
});
