import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clock,
  copied,
  hoursOf,
  minuteOf,
  moved,
  resized,
  snapped,
  spansOf,
  withSpan,
  type Span,
} from './hours';

const morning: Span = { day: 0, from: 480, to: 720 };
const afternoon: Span = { day: 0, from: 780, to: 1080 };

test('times are read as people write them', () => {
  for (const text of ['8:30', '8h30', '08.30', '0830', ' 8 h 30 ']) assert.equal(minuteOf(text), 510, text);
  assert.equal(minuteOf('8'), 480);
  assert.equal(minuteOf('8h'), 480);
  assert.equal(minuteOf('24:00'), 1440);
  for (const text of ['', '24:15', '25', '8:60', 'noon', '8:3', '-1'])
    assert.equal(minuteOf(text), null, text);
});

test('hours come back as they went', () => {
  const hours = [
    { day: 'monday' as const, from: '08:00', to: '12:00' },
    { day: 'sunday' as const, from: '22:15', to: '24:00' },
  ];
  assert.deepEqual(hoursOf(spansOf(hours)), hours);
  assert.equal(clock(1440), '24:00');
});

test('hours that meet become one, of the same day only', () => {
  assert.deepEqual(withSpan([morning], { day: 0, from: 720, to: 800 }), [{ day: 0, from: 480, to: 800 }]);
  assert.deepEqual(withSpan([morning, afternoon], { day: 0, from: 700, to: 800 }), [
    { day: 0, from: 480, to: 1080 },
  ]);
  assert.equal(withSpan([morning], { day: 1, from: 480, to: 720 }).length, 2);
  assert.deepEqual(withSpan([morning], { day: 0, from: 900, to: 900 }), [morning]);
});

test('an edge stops at its neighbour, at the day and at itself', () => {
  const two = [morning, afternoon];
  assert.equal(resized(two, 0, 'to', 900)[0]?.to, 780);
  assert.equal(resized(two, 1, 'from', 0)[1]?.from, 720);
  assert.equal(resized(two, 0, 'from', 900)[0]?.from, 705);
  assert.equal(resized(two, 1, 'to', 9999)[1]?.to, 1440);
  assert.deepEqual(resized(two, 7, 'to', 100), two);
});

test('hours moved keep their length and their day', () => {
  assert.deepEqual(moved([morning, afternoon], 0, 700)[0], { day: 0, from: 540, to: 780 });
  assert.deepEqual(moved([morning], 0, -100)[0], { day: 0, from: 0, to: 240 });
});

test('a day is copied in place of what others had', () => {
  const week = [morning, afternoon, { day: 1, from: 0, to: 60 }, { day: 6, from: 600, to: 660 }];
  const all = copied(week, 0, [1, 2]);
  assert.deepEqual(
    all.map(({ day, from }) => [day, from]),
    [
      [0, 480],
      [0, 780],
      [1, 480],
      [1, 780],
      [2, 480],
      [2, 780],
      [6, 600],
    ],
  );
});

test('what is drawn snaps to the quarter of an hour', () => {
  assert.equal(snapped(487), 480);
  assert.equal(snapped(488), 495);
  assert.equal(snapped(-5), 0);
  assert.equal(snapped(1441), 1440);
});
