import type { CaseStatus } from './wire';

type Named = { id: number; name: string };

/** Who has to do something next, as the service derives it. */
export type NextMove = {
  whose: 'us' | 'third-party' | 'customer' | 'nobody';
  agent: Named | null;
  party: string | null;
  by: string | null;
};

/** The customer's word on which a case was closed. */
export type Closing = {
  at: string;
  words: string;
  heardBy: Named;
  heardAt: string;
  callId: string | null;
  written: string | null;
};

export type CaseException = { id: number; at: string; author: string; rule: string; text: string };

/** A case with everything that stands on it. */
export type WholeCase = {
  id: number;
  customerId: number;
  version: number;
  title: string;
  customerWords: string | null;
  effect: string | null;
  technical: string | null;
  status: CaseStatus;
  waitingUntil: string | null;
  nextMove: NextMove;
  closing: Closing | null;
  openedAt: string;
  touchedAt: string;
  owner: Named;
  exceptions: CaseException[];
  protected?: boolean;
};

export type EntryKind =
  | 'opened'
  | 'note'
  | 'correction'
  | 'words'
  | 'status'
  | 'owner'
  | 'customer'
  | 'promise-made'
  | 'promise-kept'
  | 'promise-broken'
  | 'promise-passed-on'
  | 'errand-added'
  | 'errand-chased'
  | 'errand-done'
  | 'errand-dropped'
  | 'exception'
  | 'call'
  | 'message'
  | 'closed'
  | 'reopened'
  | 'imported';

/** One line of what was said and done; what is in `detail` goes by the kind. */
export type TimelineEntry = {
  id: number;
  at: string;
  kind: EntryKind;
  author: Named | null;
  text: string | null;
  callId: string | null;
  corrects: number | null;
  detail: Record<string, unknown>;
};

export type CasePromise = {
  id: number;
  caseId: number;
  case: string;
  customer: Named;
  what: string;
  by: Named;
  dueAt: string;
  state: 'open' | 'kept' | 'broken';
  late: boolean;
};

/** What a third party owes us for a case. */
export type Errand = {
  id: number;
  caseId: number;
  case: string;
  customer: Named;
  owner: Named;
  party: string;
  contact: string | null;
  what: string;
  dueAt: string;
  chased: number;
  lastChasedAt: string | null;
  state: 'open' | 'done' | 'dropped';
  late: boolean;
};

/** Who else has something half-written on a case. */
export type Writer = { agent: Named; since: string };

/** A call of the record, as far as the desk asks for it. */
export type PastCall = {
  id: string;
  customer: Named | null;
  arrivedAt: string;
  answeredAt: string | null;
  answeredBy: Named | null;
};

/** A customer who should hear from us before they call. */
export type CallFirst = {
  why: 'promise-late' | 'errand-late' | 'case-quiet' | 'alert';
  since: string;
  about: string | null;
  customer: Named;
  numbers: { number: string; display: string }[];
  /** Null for an alert about somebody who has no open case. */
  caseId: number | null;
  case: string | null;
  promiseId: number | null;
  errandId: number | null;
  owner: Named | null;
};
