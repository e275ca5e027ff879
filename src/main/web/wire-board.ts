import type { Activity, Availability, CallerNumber, Considered } from './wire';
import type { Debt, Promised } from './wire-debts';

type Named = { id: number; name: string };

/** A caller whom nobody has answered yet. */
export type Waiting = {
  call: string;
  number: CallerNumber;
  customer: Named | null;
  frontDoor: Named | null;
  since: string;
  /** Whose phone rings for them, and by which offer. */
  ringing: (Named & { offer: string }) | null;
  why: Decided | null;
};

export type Decided = {
  rule: string | null;
  stage: string | null;
  until: string | null;
  considered: Considered[];
};

export type Person = Named & {
  availability: Availability;
  awayReason: string | null;
  since: string;
  activity: Activity;
  talkingSince: string | null;
};

export type Figure = {
  calls: number;
  answered: number;
  givenUp: number;
  waiting: number;
  reachedLater: number;
  within15: number;
  over15: number;
  within180: number;
  over180: number;
  medianSeconds: number | null;
  longestSeconds: number | null;
  billedSeconds: number;
};

export type Figures = {
  now: string;
  from: string;
  to: string;
  timeZone: string;
  stepSeconds: number;
  all: Figure;
  steps: (Figure & { from: string })[];
};

/** A case that nobody has touched for long. */
export type Quiet = { caseId: number; customer: Named; case: string; owner: Named | null; since: string };

/** What a third party owes us and is late with. */
export type LateErrand = {
  id: number;
  caseId: number;
  customer: Named;
  party: string;
  owner: Named;
  dueAt: string;
};

export type Period = 'hour' | 'day';

/** What is late, who waits, who talks and how the day went, over the whole house. */
export type BoardState = {
  now: string;
  waiting: Waiting[];
  people: Person[];
  debts: Debt[];
  openDebts: number;
  promises: Promised[];
  errands: LateErrand[];
  quiet: Quiet[];
  withheldToday: number;
  testCalls: TestCalls[];
  hour: Figures;
  day: Figures;
};

/** The service's own calls to a front door, made to know that callers get through. */
export type TestCalls = {
  frontDoor: Named;
  last: { at: string; passed: boolean; milliseconds: number } | null;
  failures: number;
  alarm: boolean;
};

/** A call behind a figure. */
export type FigureCall = {
  id: string;
  frontDoor: Named | null;
  number: CallerNumber;
  customer: Named | null;
  arrivedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
};

export type Message = { type: 'board'; board: BoardState } | { type: 'alive' };

/** A frame of the board's socket; null for what we do not understand. */
export function readBoardMessage(text: unknown): Message | null {
  if (typeof text !== 'string') return null;
  try {
    const message = JSON.parse(text) as { type?: unknown; board?: unknown };
    if (message.type === 'alive') return { type: 'alive' };
    if (message.type === 'board' && typeof message.board === 'object' && message.board !== null) {
      return { type: 'board', board: message.board as BoardState };
    }
  } catch {
    // what is no JSON is no message of ours
  }
  return null;
}
