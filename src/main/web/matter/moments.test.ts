import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localOf, momentOf, usualMoments } from './moments';

const at = (hour: number, minute = 0) => new Date(2026, 10, 25, hour, minute).getTime();

test('every usual date lies ahead, the nearest first', () => {
  for (const now of [at(0), at(11, 45), at(17, 31), at(23, 59)]) {
    const moments = usualMoments(now).map(({ iso }) => Date.parse(iso));
    assert.ok(moments.every((moment) => moment > now));
    assert.deepEqual(
      moments,
      [...moments].sort((a, b) => a - b),
    );
    assert.ok(moments.length >= 5);
  }
});

test('what was typed into a date field is a moment, or nothing', () => {
  assert.equal(momentOf(''), '');
  assert.equal(momentOf('no date'), '');
  assert.equal(localOf(momentOf('2026-11-26T12:00')), '2026-11-26T12:00');
  assert.equal(Date.parse(momentOf('2026-11-26T12:00')), new Date(2026, 10, 26, 12).getTime());
});
