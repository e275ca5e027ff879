import type { CallerWaiting } from '../wire';

/** Callers of this agent's who wait while the agent is busy, and what became of the last one who does not any more. */
export type Theirs = {
  waiting: CallerWaiting[];
  /** `by` is who took the call, or null when the caller gave up. */
  gone: { who: CallerWaiting; by: string | null } | null;
};

export const nobodyWaits: Theirs = { waiting: [], gone: null };

/** Told twice, it is still one caller. */
export function afterWaiting(theirs: Theirs, caller: CallerWaiting): Theirs {
  return { ...theirs, waiting: [...theirs.waiting.filter((one) => one.call !== caller.call), caller] };
}

export function afterGone(theirs: Theirs, call: string, by: string | null): Theirs {
  const who = theirs.waiting.find((one) => one.call === call);
  const waiting = theirs.waiting.filter((one) => one.call !== call);
  return who ? { waiting, gone: { who, by } } : theirs;
}

/** The card of this call is here: it says more than the line did, and what is past is past. */
export function afterCard(theirs: Theirs, call: string): Theirs {
  return { waiting: theirs.waiting.filter((one) => one.call !== call), gone: null };
}
