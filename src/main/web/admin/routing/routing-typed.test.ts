import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Routing } from '../wire-routing';
import { typedOf, wantedOf } from './routing-typed';

const routing: Routing = {
  patienceSeconds: 20,
  wrapUpSeconds: 30,
  callbackDueMinutes: 60,
  longWaitSeconds: null,
  onCallId: 3,
  rota: [{ kind: 'weekly', days: ['monday'], everyWeeks: 1, from: '18:00', to: '08:00', agentId: 3 }],
  timeZone: 'Europe/Paris',
  holidays: 'france',
  hours: [{ day: 'monday', from: '08:00', to: '19:00' }],
  closedDays: ['2026-12-24'],
  closures: [{ from: '2026-07-01T10:00:00.000Z', until: '2026-07-01T12:00:00.000Z' }],
  overflow: [{ teamId: 7, afterSeconds: 30 }],
  openNow: true,
  nextChangeAt: null,
  warnings: [],
};

test('what is not touched goes back as it came', () => {
  const { openNow: _open, nextChangeAt: _next, warnings: _warnings, ...settings } = routing;
  assert.deepEqual(wantedOf(typedOf(routing)), settings);
});

test('what is no number is sent as one that is refused, never as one that was not meant', () => {
  const typed = { ...typedOf(routing), patience: 'ten', longWait: '1.5' };
  assert.equal(wantedOf(typed).patienceSeconds, -1);
  assert.equal(wantedOf(typed).longWaitSeconds, -1);
  assert.equal(wantedOf({ ...typed, longWait: '' }).longWaitSeconds, null);
});

test('lines left empty are no days and no closures', () => {
  const typed = {
    ...typedOf(routing),
    closedDays: ['', '2026-12-24', '2026-12-24'],
    closures: [{ from: '', until: '' }],
  };
  assert.deepEqual(wantedOf(typed).closedDays, ['2026-12-24']);
  assert.deepEqual(wantedOf(typed).closures, []);
});
