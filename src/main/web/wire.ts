/** What the service and the desk say to each other, as types. The names are the service's. */

import type { CallOut } from './wire-out';

export type Availability = 'ready' | 'away' | 'off';
export type Activity = 'idle' | 'ringing' | 'talking' | 'wrapping-up' | 'unreachable';
/** Why an agent who had chosen ready counts as away. */
export type AwayBecause = 'missed-calls' | 'desk-gone';
export type How =
  'refused' | 'no-answer' | 'busy' | 'unreachable' | 'caller-hung-up' | 'elsewhere' | 'withdrawn' | 'lost';

export type Me = { id: number; login: string; name: string; role: Role };

export type Role = 'agent' | 'supervisor' | 'administrator';

export type Note = { id?: number; at: string; author: string; text: string };

/** What one of us said would be done for a case, and is not yet. */
export type OpenPromise = { what: string; by: string; dueAt: string };

export type CaseStatus = 'waiting-for-us' | 'waiting-for-third-party' | 'waiting-for-customer' | 'closed';

export type Case = {
  id: number;
  title: string;
  customerWords: string | null;
  status?: CaseStatus;
  openedAt: string;
  owner: { id: number; name: string };
  promise?: OpenPromise | null;
  notes?: Note[];
  /** Words and notes are left out: nobody made sure who calls. */
  protected?: boolean;
};

/** Half-written text that the service keeps for its agent. */
export type Draft = {
  key: string;
  text: string;
  keptAt: string;
  /** Whose matter it is, as far as this agent has looked at them before. */
  about?: { customer: { id: number; name: string } | null; case: { id: number; title: string } | null };
};

/** Without the number itself, only its last digits are told. */
export type CustomerNumber = { number: string | null; display?: string; label?: string | null };

export type Customer = {
  id: number;
  name: string;
  note: string | null;
  kind?: 'person' | 'firm';
  called?: string | null;
  language?: string | null;
  firm?: { id: number; name: string } | null;
  numbers?: CustomerNumber[];
  /** Only the minimum is told. */
  protected?: boolean;
};

export type Person = Customer & { cases: Case[] };

export type CallerNumber = {
  kind: 'number' | 'withheld' | 'extension' | 'unreadable';
  e164: string | null;
  display: string;
};

/** Why somebody whom a rule names was not rung. */
export type PassedOver =
  | 'away'
  | 'off'
  | 'unreachable'
  | 'ringing'
  | 'talking'
  | 'wrapping-up'
  | 'on-the-phone'
  | 'let-pass'
  | 'free-less-long';

/** Somebody, or a team, that was considered before the one who was rung. */
export type Considered = { rule: string } & (
  | { because: PassedOver; agentId: number; name: string }
  | { because: 'none-chosen'; team: string; members: number; ready: number; free: number }
  | { because: 'not-yet'; team: string; afterSeconds: number }
);

export type Why = {
  rule: string;
  sentence: string;
  considered?: Considered[];
  params?: {
    case?: string;
    caseId?: number;
    at?: string;
    team?: string;
    what?: 'promise' | 'call-back';
    of?: string;
    waitedSeconds?: number;
    door?: string;
    onCallUntil?: string | null;
    by?: string;
    summary?: string;
  };
};

export type Pop = {
  offer: string;
  call: string;
  state: 'ringing' | 'talking';
  since: string;
  frontDoor: { id: number; name: string };
  number: CallerNumber;
  lookUp: 'found' | 'unknown' | 'late';
  customers: Person[];
  customerId: number | null;
  why: Why;
  /** For how long the caller's side had been answered before a human was there; 0 but after a very long wait. */
  billedSeconds?: number;
  others: Voice[];
};

/** Somebody else on the line: one of ours by name, or somebody outside by number. */
export type Voice = { name: string | null; number: CallerNumber | null; state: 'ringing' | 'talking' };

export type Colleague = {
  id: number;
  name: string;
  availability: Availability;
  phone: string | null;
  disabled: boolean;
};

export type Team = { id: number; name: string };

/** A caller who waits for this very agent. */
export type CallerWaiting = {
  call: string;
  frontDoor: { id: number; name: string };
  number: CallerNumber;
  name: string | null;
  since: string;
};

export type Hello = {
  type: 'hello';
  now?: string;
  me: Me;
  availability: Availability;
  awayReason: string | null;
  awayBecause: AwayBecause | null;
  activity: Activity;
  pop: Pop | null;
  callOut?: CallOut | null;
  waiting: CallerWaiting[];
};

export type ServerMessage =
  | Hello
  | ({ type: 'pop' } & Pop)
  | { type: 'withdrawn'; offer: string; how: How }
  | { type: 'ended'; call: string; wrapUpSeconds: number }
  | { type: 'not-joined'; call: string; who: Voice; how: How }
  | ({ type: 'call-out' } & CallOut)
  /** What came of it has been said, perhaps on another page. */
  | { type: 'call-out-done'; call: string }
  | ({ type: 'waiting' } & CallerWaiting)
  | { type: 'gone'; call: string; takenBy: string | null }
  | {
      type: 'availability';
      availability: Availability;
      reason: string | null;
      because: AwayBecause | null;
    }
  | { type: 'activity'; activity: Activity }
  /** Whom this agent is to call back has changed: ask who it is. */
  | { type: 'debts' }
  | { type: 'alive'; now?: string };

const known = new Set([
  'hello',
  'pop',
  'withdrawn',
  'ended',
  'not-joined',
  'call-out',
  'call-out-done',
  'waiting',
  'gone',
  'availability',
  'activity',
  'debts',
  'alive',
]);

/** A frame of the desk socket, or null for one that this page does not know (a newer service may say more). */
export function readMessage(frame: unknown): ServerMessage | null {
  if (typeof frame !== 'string') return null;
  try {
    const message = JSON.parse(frame);
    return message !== null && typeof message === 'object' && known.has(message.type) ? message : null;
  } catch {
    return null;
  }
}
