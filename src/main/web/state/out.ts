import type { CallOut, CallOutState } from '../wire-out';

/** The call out that this agent makes or has just made. */
export type Out = {
  call: CallOut | null;
  /** The last one that was done with: what comes late of it changes nothing. */
  done: string | null;
};

export const noCallOut: Out = { call: null, done: null };

const order: CallOutState[] = ['ringing-agent', 'dialling', 'ringing-callee', 'talking', 'ended'];

/** A call out never goes back: what was on its way of an earlier state changes nothing. */
export function afterCallOut(out: Out, call: CallOut): Out {
  if (call.call === out.done) return out;
  const same = out.call?.call === call.call ? out.call : null;
  return same && order.indexOf(call.state) < order.indexOf(same.state) ? out : { ...out, call };
}

/** Judged, or seen and put away. */
export function afterDone(out: Out, call: string): Out {
  return { call: out.call?.call === call ? null : out.call, done: call };
}

/**
 * What a service that has just been reached knows of calls out. It knows of none: one that was on is not seen any more, and
 * one that waits to be judged still does.
 */
export function afterHello(out: Out, call: CallOut | null): Out {
  if (call) return afterCallOut(out, call);
  return out.call && toJudge(out.call) ? out : { ...out, call: null };
}

/** Answered and over: only the agent can tell by whom. */
export function toJudge(call: CallOut): boolean {
  return call.state === 'ended' && call.ending === 'talked';
}
