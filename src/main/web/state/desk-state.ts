import type {
  Activity,
  Availability,
  AwayBecause,
  Case,
  Customer,
  How,
  Me,
  Note,
  Person,
  Pop,
  ServerMessage,
  Voice,
} from '../wire';
import type { CallOut } from '../wire-out';
import { afterCallOut, afterDone, afterHello, noCallOut, type Out, toJudge } from './out';
import { afterCard, afterGone, afterWaiting, nobodyWaits, type Theirs } from './theirs';

/** Whether what the desk shows is being kept up to date. Only `live` may look live. */
export type Link = { kind: 'connecting' } | { kind: 'live' } | { kind: 'lost'; tryAgainAt: number };

export type CallOnDesk = {
  pop: Pop;
  phase: 'ringing' | 'talking' | 'ended';
  /** The agent asked to say again who is calling. */
  choosing: boolean;
  endedAt: number | null;
  /** When the front door's time for the wrap-up is over, in milliseconds of the service's clock. */
  wrapUpUntil?: number;
  /** Who was asked to join and did not; until somebody else is asked. */
  notJoined?: { who: Voice; how: How };
  /** A service that was started afresh knows that this phone talks, but not any more with whom. */
  kept?: boolean;
};

/** A call that was offered here and is not any more. */
export type Gone = { offer: string; who: Pop; how: How };

export type Opened = {
  person: Person;
  cases: 'loading' | 'here' | 'failed';
  /** The case for which it was opened stands first. */
  first?: number;
};

export type DeskState = {
  me: Me;
  link: Link;
  availability: Availability;
  awayReason: string | null;
  awayBecause: AwayBecause | null;
  activity: Activity;
  /** Milliseconds to add to this computer's clock to get the service's. */
  clockOffset: number;
  call: CallOnDesk | null;
  gone: Gone | null;
  theirs: Theirs;
  out: Out;
  /** How often the service has said that debts may have changed; 0 until it has said anything. */
  debtsTold: number;
  /** What the middle of the desk shows: the caller's file, a customer that the agent opened, or nothing. */
  file: 'call' | Opened | null;
};

export type Act =
  | { type: 'link'; link: Link }
  /** `keepFile`: the agent is typing in the file that is open, so it must stay under the cursor. */
  | { type: 'heard'; message: ServerMessage; at: number; keepFile: boolean }
  | { type: 'chosen'; call: string; person: Person }
  | { type: 'choose-again' }
  | { type: 'show-call' }
  | { type: 'finish-call' }
  | { type: 'finish-call-out' }
  | { type: 'open'; person: Person; caseId?: number }
  /** More is known of the person whose file is open. */
  | { type: 'customer'; customer: Customer }
  /** A customer is written down otherwise now. */
  | { type: 'customer-changed'; customer: Customer }
  | { type: 'cases'; customerId: number; cases: Case[] | 'failed' }
  | { type: 'close-file' }
  | { type: 'note-added'; caseId: number; note: Note }
  | { type: 'case-added'; customerId: number; case: Case }
  /** A case stands otherwise now: in other words, with another owner, closed. */
  | { type: 'case-changed'; case: Case };

export function newDesk(me: Me): DeskState {
  return {
    me,
    link: { kind: 'connecting' },
    availability: 'off',
    awayReason: null,
    awayBecause: null,
    activity: 'idle',
    clockOffset: 0,
    call: null,
    gone: null,
    theirs: nobodyWaits,
    out: noCallOut,
    debtsTold: 0,
    file: null,
  };
}

export function deskAfter(desk: DeskState, act: Act): DeskState {
  switch (act.type) {
    case 'link':
      return { ...desk, link: act.link };
    case 'heard':
      return afterMessage(desk, act.message, act.at, act.keepFile);
    case 'chosen':
      return afterChoice(desk, act.call, act.person);
    case 'choose-again':
      return desk.call ? { ...desk, call: { ...desk.call, choosing: true }, file: 'call' } : desk;
    case 'show-call':
      return desk.call ? { ...desk, file: 'call' } : desk;
    case 'finish-call':
      return desk.call?.phase === 'ended'
        ? { ...desk, call: null, file: desk.file === 'call' ? null : desk.file }
        : desk;
    case 'finish-call-out': {
      const { call } = desk.out;
      const over = call?.state === 'ended' && !toJudge(call);
      return over ? { ...desk, out: afterDone(desk.out, call.call) } : desk;
    }
    case 'open':
      return {
        ...desk,
        file: {
          person: act.person,
          cases: 'loading',
          ...(act.caseId === undefined ? {} : { first: act.caseId }),
        },
      };
    case 'customer':
      return afterOpened(desk, act.customer);
    case 'customer-changed':
      return withPeople(desk, (person) =>
        person.id === act.customer.id ? { ...person, ...act.customer } : person,
      );
    case 'cases':
      return afterCases(desk, act.customerId, act.cases);
    case 'close-file':
      return { ...desk, file: desk.call && desk.file !== 'call' ? 'call' : null };
    case 'note-added':
      return withCases(desk, (one) =>
        one.id === act.caseId ? { ...one, notes: [act.note, ...(one.notes ?? [])] } : one,
      );
    case 'case-changed':
      return withCases(desk, (one) => (one.id === act.case.id ? { ...one, ...act.case } : one));
    case 'case-added':
      return withPeople(desk, (person) =>
        person.id === act.customerId
          ? { ...person, cases: [act.case, ...person.cases.filter((one) => one.id !== act.case.id)] }
          : person,
      );
  }
}

/** The one person known to be calling, or null: nobody, several, or not chosen yet. */
export function callerOf(call: CallOnDesk | null): Person | null {
  if (!call || call.choosing) return null;
  const { customers, customerId } = call.pop;
  if (customerId !== null) return customers.find((person) => person.id === customerId) ?? null;
  return customers.length === 1 ? (customers[0] ?? null) : null;
}

/** The call out that the strip shows. A caller on the line goes first. */
export function outShown({ call, out }: DeskState): CallOut | null {
  return call && call.phase !== 'ended' ? null : out.call;
}

/** The call on which one talks, or has just talked, with this customer: what is said belongs to it. */
export function callWith(desk: DeskState, customerId: number): string | null {
  const { call, out } = desk;
  if (call && call.phase !== 'ringing' && callerOf(call)?.id === customerId) return call.pop.call;
  const made = out.call;
  const spoken = made?.state === 'talking' || made?.ending === 'talked';
  return made && spoken && made.customerId === customerId ? made.call : null;
}

/** The person whose file is open, whichever way it was opened. */
export function personShown(desk: DeskState): Person | null {
  if (desk.file === null) return null;
  return desk.file === 'call' ? callerOf(desk.call) : desk.file.person;
}

function afterMessage(desk: DeskState, message: ServerMessage, at: number, keepFile: boolean): DeskState {
  switch (message.type) {
    case 'hello': {
      const { me, availability, awayReason, awayBecause, activity, pop, now, waiting, callOut } = message;
      const clockOffset = now ? Date.parse(now) - at || 0 : desk.clockOffset;
      const known = {
        ...desk,
        me,
        availability,
        awayReason,
        awayBecause,
        activity,
        theirs: { waiting, gone: null },
        out: afterHello(desk.out, callOut ?? null),
        debtsTold: desk.debtsTold + 1,
        clockOffset,
        link: { kind: 'live' as const },
      };
      if (pop) return afterPop(known, pop, keepFile);
      return afterSilence(known, at, keepFile);
    }
    case 'pop':
      return afterPop(desk, message, keepFile);
    case 'withdrawn':
      return afterWithdrawn(desk, message.offer, message.how, keepFile);
    case 'ended': {
      const { call } = desk;
      if (call?.pop.call !== message.call || call.phase === 'ended') return desk;
      if (call.phase === 'ringing') return afterWithdrawn(desk, call.pop.offer, 'caller-hung-up', keepFile);
      const endedAt = at + desk.clockOffset;
      const wrapUpUntil = endedAt + message.wrapUpSeconds * 1000;
      return { ...desk, call: { ...call, phase: 'ended', endedAt, wrapUpUntil } };
    }
    case 'not-joined': {
      const { call } = desk;
      if (call?.pop.call !== message.call) return desk;
      return { ...desk, call: { ...call, notJoined: { who: message.who, how: message.how } } };
    }
    case 'call-out':
      return { ...desk, out: afterCallOut(desk.out, message) };
    case 'call-out-done':
      return { ...desk, out: afterDone(desk.out, message.call) };
    case 'waiting':
      return { ...desk, theirs: afterWaiting(desk.theirs, message) };
    case 'gone':
      return { ...desk, theirs: afterGone(desk.theirs, message.call, message.takenBy) };
    case 'availability':
      return {
        ...desk,
        availability: message.availability,
        awayReason: message.reason,
        awayBecause: message.because,
      };
    case 'activity':
      return afterActivity({ ...desk, activity: message.activity }, at);
    case 'debts':
      return { ...desk, debtsTold: desk.debtsTold + 1 };
    case 'alive':
      return message.now ? { ...desk, clockOffset: Date.parse(message.now) - at || 0 } : desk;
  }
}

function afterPop(desk: DeskState, pop: Pop, keepFile: boolean): DeskState {
  if (desk.gone?.offer === pop.offer) return desk;
  const same = desk.call?.pop.offer === pop.offer ? desk.call : null;
  if (same) {
    // A pop is re-sent whole when it changes; one that was on its way never brings back an earlier phase.
    const late = same.phase !== 'ringing' && pop.state === 'ringing';
    const fresh: Pop = late ? { ...pop, state: 'talking', since: same.pop.since } : pop;
    const phase = same.phase === 'ended' ? 'ended' : fresh.state;
    const { notJoined, ...before } = same;
    const anew = pop.others.some((one) => one.state === 'ringing') || !notJoined;
    return { ...desk, call: { ...before, phase, pop: fresh, ...(anew ? {} : { notJoined }) } };
  }
  const kept = keepFile ? openedFile(desk) : null;
  return {
    ...desk,
    gone: null,
    theirs: afterCard(desk.theirs, pop.call),
    call: { pop, phase: pop.state, choosing: false, endedAt: null },
    file: kept ?? 'call',
  };
}

function afterWithdrawn(desk: DeskState, offer: string, how: How, keepFile: boolean): DeskState {
  const { call } = desk;
  if (call?.pop.offer !== offer || call.phase !== 'ringing') return desk;
  const file = desk.file !== 'call' ? desk.file : keepFile ? openedFile(desk) : null;
  return { ...desk, call: null, gone: { offer, who: call.pop, how }, file };
}

/** The service says that no call is here: what the desk still shows ended while it was not connected. */
function afterSilence(desk: DeskState, at: number, keepFile: boolean): DeskState {
  const { call } = desk;
  if (!call || call.phase === 'ended') return desk;
  if (call.phase === 'ringing') return afterWithdrawn(desk, call.pop.offer, 'lost', keepFile);
  return afterActivity({ ...desk, call: { ...call, kept: true } }, at);
}

/** A kept call lasts as long as its phone may be talking; until the service has seen the phone, it may be. */
function afterActivity(desk: DeskState, at: number): DeskState {
  const { call, activity } = desk;
  if (!call?.kept || call.phase !== 'talking' || activity === 'talking' || activity === 'unreachable')
    return desk;
  return { ...desk, call: { ...call, phase: 'ended', endedAt: at + desk.clockOffset } };
}

function afterChoice(desk: DeskState, call: string, person: Person): DeskState {
  if (desk.call?.pop.call !== call) return desk;
  const { pop } = desk.call;
  const customers = pop.customers.some((one) => one.id === person.id)
    ? pop.customers.map((one) => (one.id === person.id ? person : one))
    : [...pop.customers, person];
  const chosen: Pop = { ...pop, customers, customerId: person.id };
  return { ...desk, call: { ...desk.call, choosing: false, pop: chosen }, file: 'call' };
}

/** Of who is on the line the card tells: what one may see of a customer says nothing of who calls. */
function afterOpened(desk: DeskState, customer: Customer): DeskState {
  const { file } = desk;
  if (file === null || file === 'call' || file.person.id !== customer.id) return desk;
  return { ...desk, file: { ...file, person: { ...file.person, ...customer } } };
}

function afterCases(desk: DeskState, customerId: number, cases: Case[] | 'failed'): DeskState {
  const { file } = desk;
  if (file === null || file === 'call' || file.person.id !== customerId) return desk;
  if (cases === 'failed') return { ...desk, file: { ...file, cases: 'failed' } };
  return { ...desk, file: { ...file, person: { ...file.person, cases }, cases: 'here' } };
}

/** The open file as one that outlives its call. */
function openedFile(desk: DeskState): Opened | null {
  if (desk.file !== 'call') return desk.file;
  const person = callerOf(desk.call);
  return person ? { person, cases: 'here' } : null;
}

function withCases(desk: DeskState, change: (one: Case) => Case): DeskState {
  return withPeople(desk, (person) => ({ ...person, cases: person.cases.map(change) }));
}

/** The same person may be both on the line and open in the middle: both are changed. */
function withPeople(desk: DeskState, change: (person: Person) => Person): DeskState {
  const { call, file } = desk;
  return {
    ...desk,
    call: call && { ...call, pop: { ...call.pop, customers: call.pop.customers.map(change) } },
    file: file === null || file === 'call' ? file : { ...file, person: change(file.person) },
  };
}
