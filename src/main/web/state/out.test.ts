import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerMessage } from '../wire';
import type { CallOut } from '../wire-out';
import { type Act, type DeskState, deskAfter, newDesk, outShown } from './desk-state';

const alice = { id: 1, login: 'alice', name: 'Alice Roy', role: 'agent' as const };

const heard = (message: ServerMessage, keepFile = false): Act => ({
  type: 'heard',
  message,
  at: 1,
  keepFile,
});
const out = (change: Partial<CallOut> = {}): CallOut => ({
  call: 'leg-17',
  state: 'ringing-agent',
  since: '2026-11-22T10:00:00Z',
  number: { kind: 'number', e164: '+33639980112', display: '06 39 98 01 12' },
  customerId: null,
  name: null,
  debtId: null,
  ending: null,
  ...change,
});
const tells = (change: Partial<CallOut> = {}) => heard({ type: 'call-out', ...out(change) });
const talked = tells({ state: 'ended', ending: 'talked' });
const hello = (callOut: CallOut | null = null) =>
  heard({
    type: 'hello',
    me: alice,
    availability: 'ready',
    awayReason: null,
    awayBecause: null,
    activity: 'idle',
    pop: null,
    callOut,
    waiting: [],
  });
const rings = heard({
  type: 'pop',
  offer: '18',
  call: '176.2',
  state: 'ringing',
  since: '2026-11-22T10:00:00Z',
  frontDoor: { id: 1, name: 'Help' },
  number: { kind: 'withheld', e164: null, display: '' },
  lookUp: 'unknown',
  customers: [],
  customerId: null,
  why: { rule: 'longest-idle', sentence: 'Free' },
  others: [],
});
const after = (...acts: Act[]): DeskState => acts.reduce(deskAfter, newDesk(alice));

test('a call out is shown as far as it is, and never goes back', () => {
  const desk = after(hello(), tells(), tells({ state: 'talking' }), tells({ state: 'ringing-callee' }));
  assert.equal(outShown(desk)?.state, 'talking');
  assert.equal(outShown(deskAfter(deskAfter(desk, talked), tells()))?.state, 'ended');
});

test('a name that is found later is shown', () => {
  assert.equal(outShown(after(hello(), tells(), tells({ name: 'Jeanne Martin' })))?.name, 'Jeanne Martin');
});

test('once judged it is gone, whatever comes late, and the next one is shown', () => {
  const judged = after(hello(), talked, heard({ type: 'call-out-done', call: 'leg-17' }));
  assert.equal(outShown(judged), null);
  assert.equal(outShown(deskAfter(judged, talked)), null);
  assert.equal(outShown(deskAfter(judged, tells({ call: 'leg-18' })))?.call, 'leg-18');
  assert.equal(outShown(deskAfter(judged, heard({ type: 'call-out-done', call: 'leg-9' }))), null);
});

test('only what nobody answered can be put away without a judgement', () => {
  const done: Act = { type: 'finish-call-out' };
  assert.equal(outShown(after(hello(), tells({ state: 'ended', ending: 'busy' }), done)), null);
  assert.notEqual(outShown(after(hello(), talked, done)), null);
  assert.notEqual(outShown(after(hello(), tells(), done)), null);
});

test('a caller who rings is shown before a call out that waits to be judged, which is asked for after', () => {
  const ringing = after(hello(), talked, rings);
  assert.equal(outShown(ringing), null);
  const later = deskAfter(ringing, heard({ type: 'withdrawn', offer: '18', how: 'no-answer' }));
  assert.equal(outShown(later)?.call, 'leg-17');
});

test('a new connection shows the call out that is on, and forgets one that nobody sees any more', () => {
  assert.equal(outShown(after(hello(out({ state: 'talking' }))))?.state, 'talking');
  assert.equal(outShown(after(hello(), tells({ state: 'talking' }), hello())), null);
  assert.equal(outShown(after(hello(), talked, hello()))?.call, 'leg-17');
});

test('a call out leaves the open file and its cursor where they are', () => {
  const paul = { id: 8, name: 'Paul Martin', note: null, cases: [] };
  const open = after(hello(), { type: 'open', person: paul });
  assert.deepEqual(deskAfter(deskAfter(open, tells()), talked).file, open.file);
});
