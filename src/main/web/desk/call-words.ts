import { callerOf } from '../state/desk-state';
import type { CallerNumber, Pop, Why } from '../wire';
import { words } from '../words';
import { fill, plain } from '../words/fill';
import { when } from '../words/time';
import { upTo } from '../words/until';

export function numberLabel(number: CallerNumber): string {
  switch (number.kind) {
    case 'withheld':
      return words.strip.withheld;
    case 'extension':
      return fill(words.strip.extension, { number: number.display });
    case 'unreadable':
      return words.strip.unreadable;
    case 'number':
      return number.display || (number.e164 ?? '');
  }
}

/** Who is calling, as far as is known, in plain text: a name, else how many it could be, else the number. */
export function callLabel(pop: Pop): string {
  const caller = callerOf({ pop, phase: pop.state, choosing: false, endedAt: null });
  return caller ? plain(caller.name) : numberLabel(pop.number);
}

/** Why this agent was rung: the sentence to say and what goes into it. A rule this page does not know speaks for itself. */
export function whyWords({ rule, sentence, params = {} }: Why): {
  text: string;
  slots: Record<string, string>;
} {
  const w = words.why;
  switch (rule) {
    case 'owner-of-open-case':
      return params.case
        ? { text: w.ownerOfCase, slots: { case: params.case } }
        : { text: w.owner, slots: {} };
    case 'last-talked-with':
      return params.at
        ? { text: w.lastTalkedAt, slots: { at: when(params.at) } }
        : { text: w.lastTalked, slots: {} };
    case 'longest-idle':
      return params.team
        ? { text: w.longestIdleOf, slots: { team: params.team } }
        : { text: w.longestIdle, slots: {} };
    case 'owes-them':
      return {
        text: params.what === 'promise' ? w.promised : w.owesCallBack,
        slots: { at: params.at ? when(params.at) : '' },
      };
    case 'deputy':
      return { text: w.deputy, slots: { of: params.of ?? '' } };
    case 'next-team':
      return {
        text: w.nextTeam,
        slots: { team: params.team ?? '', seconds: String(params.waitedSeconds ?? '') },
      };
    case 'on-call':
      return params.onCallUntil
        ? { text: w.onCallUntil, slots: { door: params.door ?? '', at: upTo(params.onCallUntil) } }
        : { text: w.onCall, slots: { door: params.door ?? '' } };
    case 'handed-over':
      return { text: w.handedOver, slots: { by: params.by ?? '', summary: params.summary ?? '' } };
    case 'brought-in':
      return { text: w.broughtIn, slots: { by: params.by ?? '', summary: params.summary ?? '' } };
    case 'fallback':
      return { text: w.fallback, slots: {} };
    default:
      return { text: '{sentence}', slots: { sentence } };
  }
}
