import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Turn } from '../wire-rota';
import { movedBy, newOnce, newWeekly, refused, runsOn, time, typedRota, wantedRota } from './rota-typed';

const rota: Turn[] = [
  { kind: 'once', first: '2027-08-15', last: '2027-08-17', from: '00:00', to: '24:00', agentId: 3 },
  { kind: 'weekly', days: ['monday', 'sunday'], everyWeeks: 1, from: '18:00', to: '08:00', agentId: 4 },
  {
    kind: 'weekly',
    days: ['friday'],
    everyWeeks: 2,
    weekOf: '2026-11-27',
    from: '08:00',
    to: '08:00',
    agentId: 4,
  },
];

test('what is not touched goes back as it came', () => {
  assert.deepEqual(wantedRota(typedRota(rota)), rota);
});

test('times are read as people write them, and what is none is sent to be refused', () => {
  assert.equal(time('18'), '18:00');
  assert.equal(time('7h30'), '07:30');
  assert.equal(time(' noon '), 'noon');
  assert.equal(time(''), '');
});

test('a new turn names nobody, and a turn every week needs no week', () => {
  const [weekly, once] = wantedRota([{ ...newWeekly(), weekOf: '2026-11-27' }, newOnce()]);
  assert.equal(weekly?.agentId, 0);
  assert.ok(weekly && !('weekOf' in weekly));
  assert.equal(once?.to, '24:00');
});

test('a number of weeks that is none is sent to be refused', () => {
  const [turn] = wantedRota([{ ...newWeekly(), everyWeeks: '' }]);
  assert.equal(turn?.kind === 'weekly' && turn.everyWeeks, -1);
});

test('a night goes on into the next day, and a day of the calendar does not', () => {
  assert.equal(runsOn(newWeekly()), true);
  assert.equal(runsOn({ ...newWeekly(), to: '18:00' }), true);
  assert.equal(runsOn({ ...newWeekly(), to: '24:00' }), false);
  assert.equal(runsOn({ ...newWeekly(), to: 'noon' }), false);
  assert.equal(runsOn(newOnce()), false);
});

test('turns change places', () => {
  assert.deepEqual(movedBy(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b']);
  assert.deepEqual(movedBy(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
});

test('a refusal names its turn', () => {
  assert.deepEqual(refused('rota[2].to'), { index: 2, part: 'to' });
  assert.deepEqual(refused('routing.rota[0]'), { index: 0, part: '' });
  assert.equal(refused('hours[2].to'), null);
  assert.equal(refused(null), null);
});
