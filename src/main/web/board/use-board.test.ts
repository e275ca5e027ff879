import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BoardState } from '../wire-board';
import { readBoardMessage } from '../wire-board';
import { seenAfter, type Seen } from './use-board';

const board = { now: '2026-11-26T10:00:00Z' } as BoardState;
const noon = Date.parse('2026-11-26T10:00:02Z');

test('a board knows the service’s clock', () => {
  const seen = seenAfter({ kind: 'asking' }, { act: 'board', board }, noon);
  assert.deepEqual(seen, { kind: 'here', board, seenAt: noon, stale: false, offset: -2000 });
});

test('silence makes it stale, a sign of life makes it current again', () => {
  let seen: Seen = seenAfter({ kind: 'asking' }, { act: 'board', board }, noon);
  seen = seenAfter(seen, { act: 'tick' }, noon + 4000);
  assert.equal(seen.kind === 'here' && seen.stale, false);
  seen = seenAfter(seen, { act: 'tick' }, noon + 6000);
  assert.equal(seen.kind === 'here' && seen.stale, true);
  seen = seenAfter(seen, { act: 'alive' }, noon + 7000);
  assert.equal(seen.kind === 'here' && seen.stale, false);
});

test('a lost connection keeps what was seen, and shows nothing where nothing was', () => {
  const seen = seenAfter({ kind: 'asking' }, { act: 'board', board }, noon);
  assert.equal(seenAfter(seen, { act: 'lost' }, noon).kind, 'here');
  assert.equal(seenAfter({ kind: 'asking' }, { act: 'lost' }, noon).kind, 'unavailable');
});

test('what is no message of ours is none', () => {
  for (const text of ['', 'x', '{}', '{"type":"board"}', '{"type":"board","board":null}', '[]', 'null']) {
    assert.equal(readBoardMessage(text), null, text);
  }
  assert.deepEqual(readBoardMessage('{"type":"alive"}'), { type: 'alive' });
});
