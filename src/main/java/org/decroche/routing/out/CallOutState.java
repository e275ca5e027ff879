package org.decroche.routing.out;

/** How far a call out is. */
public enum CallOutState {
  /** The agent's own phone rings. */
  RINGING_AGENT,
  /** It is dialled, and nothing is heard of the other side yet. */
  DIALLING,
  /** The other side rings. */
  RINGING_CALLEE,
  /** Somebody, or a machine, has answered there. */
  TALKING,
  ENDED
}
