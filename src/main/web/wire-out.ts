import type { CallerNumber } from './wire';

export type CallOutState = 'ringing-agent' | 'dialling' | 'ringing-callee' | 'talking' | 'ended';
export type CallOutEnding = 'talked' | 'gave-up' | 'busy' | 'no-answer' | 'failed' | 'unseen';

/** What only a person can tell of a call out that was answered. */
export type Judgement = 'reached' | 'machine' | 'wrong-person';

/** A call that this agent makes. */
export type CallOut = {
  call: string;
  state: CallOutState;
  since: string;
  number: CallerNumber;
  customerId: number | null;
  name: string | null;
  debtId: number | null;
  ending: CallOutEnding | null;
};

/** A call out that was answered and is over, and of which this agent has not said who answered. */
export type UnjudgedCall = {
  id: string;
  number: CallerNumber;
  customer: { id: number; name: string } | null;
  arrivedAt: string;
};

/** Whom to call: the number as it is written, and whom or what it is for. The service judges it. */
export type WantedOut = { number: string; customerId?: number; debtId?: number; caseId?: number };
