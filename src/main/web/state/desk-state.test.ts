import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, Pop, ServerMessage } from '../wire';
import { type Act, callerOf, type DeskState, deskAfter, newDesk, personShown } from './desk-state';

const alice = { id: 1, login: 'alice', name: 'Alice Roy', role: 'agent' as const };
const box = {
  id: 3,
  title: 'Box',
  customerWords: null,
  openedAt: '2026-11-14T09:30:00Z',
  owner: { id: 1, name: 'Alice Roy' },
};
const jeanne: Person = { id: 7, name: 'Jeanne Martin', note: null, cases: [box] };
const paul: Person = { id: 8, name: 'Paul Martin', note: null, cases: [] };

function pop(change: Partial<Pop> = {}): Pop {
  return {
    offer: '17',
    call: '176.1',
    state: 'ringing',
    since: '2026-11-22T10:00:00Z',
    frontDoor: { id: 1, name: 'Help' },
    number: { kind: 'number', e164: '+33612345678', display: '06 12 34 56 78' },
    lookUp: 'found',
    customers: [jeanne],
    customerId: 7,
    why: { rule: 'owner-of-open-case', sentence: 'Owner', params: { case: 'Box', caseId: 3 } },
    others: [],
    ...change,
  };
}

const heard = (message: ServerMessage, keepFile = false): Act => ({
  type: 'heard',
  message,
  at: 1000,
  keepFile,
});
const popped = (change: Partial<Pop> = {}, keepFile = false) =>
  heard({ type: 'pop', ...pop(change) }, keepFile);
const talking = popped({ state: 'talking', since: '2026-11-22T10:00:05Z' });
const withdrawn = heard({ type: 'withdrawn', offer: '17', how: 'no-answer' });
const ended = heard({ type: 'ended', call: '176.1', wrapUpSeconds: 0 });
const hello = (change: object = {}): Act =>
  heard({
    type: 'hello',
    me: alice,
    availability: 'ready',
    awayReason: null,
    awayBecause: null,
    activity: 'idle',
    pop: null,
    waiting: [],
    ...change,
  });
const after = (...acts: Act[]): DeskState => acts.reduce(deskAfter, newDesk(alice));

test('what an agent may see of an opened customer says nothing of who is on the line', () => {
  const shut = { ...jeanne, protected: true };
  const whole = { id: 7, name: 'Jeanne Martin', note: 'Straight to the point.', protected: false };
  const opened = after({ type: 'open', person: shut }, { type: 'customer', customer: whole });
  assert.equal(personShown(opened)?.note, 'Straight to the point.');
  const onTheLine = after(popped({ customers: [shut] }), { type: 'customer', customer: whole });
  assert.equal(personShown(onTheLine)?.protected, true);
  const other = after({ type: 'open', person: shut }, { type: 'customer', customer: { ...whole, id: 8 } });
  assert.equal(personShown(other)?.protected, true);
});

test('whoever was made sure of is shown whole in place of the minimum', () => {
  const sure = after(popped({ customers: [{ ...jeanne, protected: true }] }), {
    type: 'chosen',
    call: '176.1',
    person: { ...jeanne, note: 'Straight to the point.', protected: false },
  });
  assert.equal(callerOf(sure.call)?.note, 'Straight to the point.');
});

test('the desk looks live only once the service has said hello', () => {
  assert.equal(after().link.kind, 'connecting');
  assert.equal(after(hello()).link.kind, 'live');
  assert.equal(after(hello(), { type: 'link', link: { kind: 'lost', tryAgainAt: 0 } }).link.kind, 'lost');
});

test('a call opens its caller’s file', () => {
  const desk = after(hello(), popped());
  assert.equal(desk.call?.phase, 'ringing');
  assert.equal(personShown(desk)?.id, 7);
});

test('a pop sent again for the same offer replaces what it said, never adds', () => {
  const desk = after(hello(), popped({ customers: [], customerId: null, lookUp: 'late' }), popped());
  assert.equal(desk.call?.pop.customers.length, 1);
  assert.equal(callerOf(desk.call)?.name, 'Jeanne Martin');
});

test('a pop that was on its way does not bring a talking call back to ringing', () => {
  const desk = after(hello(), popped(), talking, popped());
  assert.equal(desk.call?.phase, 'talking');
  assert.equal(desk.call?.pop.since, '2026-11-22T10:00:05Z');
});

test('a call that was withdrawn or ended stays so, whatever comes late', () => {
  assert.equal(after(hello(), popped(), withdrawn, popped()).call, null);
  assert.equal(after(hello(), popped(), withdrawn, talking).call, null);
  assert.equal(after(hello(), popped(), talking, ended, talking, withdrawn).call?.phase, 'ended');
  assert.equal(after(hello(), popped(), talking, ended, popped()).call?.phase, 'ended');
});

test('a withdrawal closes the file, and says what became of the call', () => {
  const desk = after(hello(), popped(), withdrawn);
  assert.equal(desk.file, null);
  assert.equal(desk.gone?.how, 'no-answer');
});

test('a withdrawal keeps the file open under a note being typed', () => {
  const desk = after(hello(), popped(), heard({ type: 'withdrawn', offer: '17', how: 'elsewhere' }, true));
  assert.equal(desk.call, null);
  assert.equal(personShown(desk)?.id, 7);
});

test('a new call leaves the file that is being typed in where it is', () => {
  const open: Act[] = [
    { type: 'open', person: paul },
    { type: 'cases', customerId: 8, cases: [box] },
  ];
  const desk = after(hello(), ...open, popped({}, true));
  assert.equal(desk.call?.phase, 'ringing');
  assert.equal(personShown(desk)?.id, 8);
  assert.equal(personShown(deskAfter(desk, { type: 'show-call' }))?.id, 7);
});

test('the file of an ended call stays until the agent finishes it, and under the next call while typing', () => {
  const desk = after(hello(), popped(), talking, ended);
  assert.equal(personShown(desk)?.id, 7);
  assert.equal(deskAfter(desk, { type: 'finish-call' }).file, null);
  const next = deskAfter(
    desk,
    popped({ offer: '18', call: '176.2', customers: [paul], customerId: 8 }, true),
  );
  assert.equal(next.call?.pop.offer, '18');
  assert.equal(personShown(next)?.id, 7);
});

test('a call that talks cannot be finished from the desk', () => {
  assert.equal(after(hello(), popped(), talking, { type: 'finish-call' }).call?.phase, 'talking');
});

test('several people on one number: nobody is taken for the caller until chosen', () => {
  const shared = popped({ customers: [jeanne, paul], customerId: null });
  assert.equal(callerOf(after(hello(), shared).call), null);
  const chosen = after(hello(), shared, { type: 'chosen', call: '176.1', person: paul });
  assert.equal(callerOf(chosen.call)?.id, 8);
  assert.equal(callerOf(deskAfter(chosen, { type: 'choose-again' }).call), null);
});

test('a stranger who was named is the caller', () => {
  const desk = after(hello(), popped({ customers: [], customerId: null, lookUp: 'unknown' }), {
    type: 'chosen',
    call: '176.1',
    person: paul,
  });
  assert.equal(personShown(desk)?.name, 'Paul Martin');
});

test('a choice that arrives for another call changes nothing', () => {
  const desk = after(hello(), popped());
  assert.equal(deskAfter(desk, { type: 'chosen', call: 'other', person: paul }), desk);
});

test('hello after a reconnection tells what ended meanwhile', () => {
  assert.equal(after(hello(), popped(), hello()).gone?.how, 'lost');
  assert.equal(after(hello(), popped(), talking, hello()).call?.phase, 'ended');
  assert.equal(after(hello({ pop: pop({ state: 'talking' }) })).call?.phase, 'talking');
});

test('the service’s clock wins over this computer’s', () => {
  assert.equal(after(hello({ now: '1970-01-01T00:01:00Z' })).clockOffset, 59_000);
  assert.equal(after(hello({ now: 'nonsense' })).clockOffset, 0);
});

test('a saved note and a new case show at once, first', () => {
  const note = { at: '2026-11-22T10:01:00Z', author: 'Alice Roy', text: 'Parcel found' };
  const noted = after(hello(), popped(), { type: 'note-added', caseId: 3, note });
  assert.deepEqual(personShown(noted)?.cases[0]?.notes, [note]);
  const added = deskAfter(noted, {
    type: 'case-added',
    customerId: 7,
    case: { ...box, id: 4, title: 'New' },
  });
  assert.deepEqual(
    personShown(added)?.cases.map((one) => one.id),
    [4, 3],
  );
});

test('any order of messages leaves one call at most, and never one that was over before', () => {
  const messages = [
    popped(),
    talking,
    withdrawn,
    ended,
    hello(),
    popped({ offer: '18', call: '176.2' }),
    popped({}, true),
  ];
  let seed = 42;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let run = 0; run < 2000; run++) {
    let desk = after(hello());
    for (let step = 0; step < 12; step++) {
      const before = desk;
      desk = deskAfter(desk, messages[next(messages.length)] as Act);
      if (before.call?.phase === 'ended' && desk.call?.pop.offer === before.call.pop.offer) {
        assert.equal(desk.call.phase, 'ended');
      }
      if (desk.gone) assert.notEqual(desk.call?.pop.offer, desk.gone.offer);
      if (desk.file === 'call') assert.notEqual(desk.call, null);
    }
  }
});

test('a talk outlives a restart of the service for as long as the phone talks', () => {
  const activity = (now: string) => heard({ type: 'activity', activity: now } as ServerMessage);
  const restarted = (now: string) => [popped(), talking, hello({ activity: now })];
  assert.equal(after(...restarted('idle')).call?.phase, 'ended');
  assert.equal(after(...restarted('talking')).call?.phase, 'talking');
  assert.equal(after(...restarted('talking'), activity('idle')).call?.phase, 'ended');
  assert.equal(after(...restarted('unreachable'), activity('talking')).call?.phase, 'talking');
  assert.equal(after(...restarted('unreachable'), activity('idle')).call?.phase, 'ended');
});

const waits = (call: string, name: string | null) =>
  heard({
    type: 'waiting',
    call,
    name,
    number: { kind: 'number', e164: '+33612345678', display: '06 12 34 56 78' },
    frontDoor: { id: 1, name: 'Help' },
    since: '2026-11-22T10:00:00Z',
  });

test('a caller who waits for this agent is shown once, until their own card is here', () => {
  const waiting = after(waits('9', 'Marie'), waits('9', 'Marie'));
  assert.deepEqual(
    waiting.theirs.waiting.map((one) => one.name),
    ['Marie'],
  );
  assert.deepEqual(deskAfter(waiting, popped({ call: '9' })).theirs, { waiting: [], gone: null });
});

test('who took a caller of ours is said, and forgotten with the next card', () => {
  const taken = after(waits('9', 'Marie'), heard({ type: 'gone', call: '9', takenBy: 'Bob' }));
  assert.equal(taken.theirs.gone?.by, 'Bob');
  assert.equal(taken.theirs.gone?.who.name, 'Marie');
  assert.equal(deskAfter(taken, popped()).theirs.gone, null);
});

test('a caller nobody told us of is not missed', () => {
  assert.equal(after(heard({ type: 'gone', call: '9', takenBy: null })).theirs.gone, null);
});

test('the wrap-up ends when the front door says', () => {
  const ended = after(
    popped({ state: 'talking' }),
    heard({ type: 'ended', call: '176.1', wrapUpSeconds: 30 }),
  );
  assert.equal(ended.call?.wrapUpUntil, (ended.call?.endedAt ?? 0) + 30_000);
});

test('who did not join is said until somebody else is rung', () => {
  const bob = { name: 'Bob', number: null };
  const notJoined = heard({
    type: 'not-joined',
    call: '176.1',
    who: { ...bob, state: 'ringing' },
    how: 'refused',
  });
  const told = after(hello(), talking, notJoined, popped({ state: 'talking' }));
  assert.equal(told.call?.notJoined?.how, 'refused');
  assert.equal(after(hello(), notJoined).call, null);
  const again = deskAfter(told, popped({ state: 'talking', others: [{ ...bob, state: 'ringing' }] }));
  assert.equal(again.call?.notJoined, undefined);
  assert.equal(again.call?.pop.others.length, 1);
});

test('each word of the service that debts changed, and each new connection, is a reason to ask for them', () => {
  const desk = newDesk(alice);
  assert.equal(desk.debtsTold, 0);
  const told = deskAfter(desk, heard({ type: 'debts' }));
  assert.equal(told.debtsTold, 1);
  assert.equal(deskAfter(told, heard({ type: 'debts' })).debtsTold, 2);
  assert.deepEqual({ ...told, debtsTold: 0 }, desk);
});
