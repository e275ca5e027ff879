package org.decroche.routing.out;

/** Why somebody of ours may not call out now. */
public enum CallOutRefusal {
  /** There is no front door whose number could be shown. */
  NO_FRONT_DOOR,
  /** They have no phone with us. */
  NO_PHONE,
  /** The telephone system cannot be reached at the moment. */
  NO_LINK,
  /** The number is one of our own front doors. */
  OURS,
  /** They have a call in hand, or are in another on their phone. */
  AGENT_BUSY,
  PHONE_UNREACHABLE,
  /** A caller waits for them: whoever rings goes first. */
  CALLER_WAITING,
  /** Somebody of ours calls this number or this customer already. */
  ALREADY_CALLED,
  /** Whoever uses this number is calling us at this moment. */
  ON_THE_LINE,
  /** The house's limit on calls out at the same time. */
  TOO_MANY_AT_ONCE,
  /** The house's limit on calls out within an hour. */
  TOO_MANY_THIS_HOUR,
  /** The limit on one agent's calls out within an hour. */
  TOO_MANY_BY_AGENT
}
