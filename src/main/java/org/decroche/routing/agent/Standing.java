package org.decroche.routing.agent;

/** What keeps a call from being offered to an agent now, if anything does. */
public enum Standing {
  FREE,
  /** They chose so. */
  AWAY,
  /** They chose so. */
  OFF,
  /** Their phone is not registered. */
  UNREACHABLE,
  /** Their phone rings, or is about to, for another caller. */
  RINGING,
  TALKING,
  WRAPPING_UP,
  /** Their phone is in use by something that we did not give them, such as a call of their own. */
  ON_THE_PHONE
}
