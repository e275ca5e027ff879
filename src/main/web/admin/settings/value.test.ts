import assert from 'node:assert/strict';
import { test } from 'node:test';
import { days } from '../routing/hours';
import { valueOf } from './value';

const names = {
  teams: new Map([[3, 'Shop']]),
  people: new Map([[3, 'Alice']]),
  doors: new Map([[3, 'Standard']]),
};
const short = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const said = {
  availability: { ready: 'prêt', away: 'absent', off: 'parti' },
  none: '–',
  yes: 'yes',
  no: 'no',
  always: 'always',
  day: (day: number) => short[day] ?? '',
  often: (weeks: number) => `every ${weeks} weeks`,
};
const value = (field: string, of: unknown) => valueOf(field, of, names, said);

test('ids are told by name, where somebody still has it', () => {
  assert.equal(value('teamId', 3), 'Shop');
  assert.equal(value('teamIds', [3, 9]), 'Shop, 9');
  assert.equal(value('onCallId', 3), 'Alice');
  assert.equal(value('frontDoorId', 3), 'Standard');
  assert.equal(value('patienceSeconds', 3), '3');
});

test('nothing is told as nothing', () => {
  for (const none of [null, undefined, '', []]) assert.equal(value('origins', none), '–');
  assert.equal(value('enabled', false), 'no');
  assert.equal(value('patienceSeconds', 0), '0');
});

test('days with the same hours stand together', () => {
  const hours = days.slice(0, 5).flatMap((day) => [
    { day, from: '14:00', to: '18:00' },
    { day, from: '08:00', to: '12:00' },
  ]);
  const week = [...hours, { day: 'sunday', from: '22:00', to: '24:00' }];
  assert.equal(value('hours', week), 'Mon–Fri 08:00–12:00 14:00–18:00, Sun 22:00–24:00');
  assert.equal(value('hours', []), 'always');
});

test('a rota is told turn by turn', () => {
  const turn = { kind: 'weekly', everyWeeks: 1, from: '18:00', to: '08:00', agentId: 3 };
  const rota = [
    { kind: 'once', first: '2027-08-15', last: '2027-08-17', from: '00:00', to: '24:00', agentId: 9 },
    { ...turn, days: ['monday', 'tuesday', 'friday'] },
    { ...turn, days: ['sunday'], everyWeeks: 2, weekOf: '2026-11-29' },
  ];
  assert.equal(
    value('rota', rota),
    '2027-08-15 00:00–2027-08-17 24:00 9; Mon–Tue, Fri 18:00–08:00 Alice; Sun 18:00–08:00 (every 2 weeks, 2026-11-29) Alice',
  );
});

test('what has parts is told part by part', () => {
  assert.equal(value('overflow', [{ teamId: 3, afterSeconds: 30 }]), 'teamId Shop, afterSeconds 30');
});

test('an availability is told in the words of the page', () => {
  assert.equal(value('availability', 'away'), 'absent');
  assert.equal(value('availability', 'on leave'), 'on leave');
});
