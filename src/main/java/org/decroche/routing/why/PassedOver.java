package org.decroche.routing.why;

import org.decroche.routing.agent.Standing;

/** Why somebody whom a rule names was not offered the call. */
public enum PassedOver {
  AWAY,
  OFF,
  UNREACHABLE,
  RINGING,
  TALKING,
  WRAPPING_UP,
  ON_THE_PHONE,
  /** They were offered this very call before and did not take it. */
  LET_PASS,
  /** Free, but not for as long as the one who was chosen. */
  FREE_LESS_LONG;

  /** Why somebody is passed over who stands like this and whom nothing else speaks against. */
  public static PassedOver by(Standing standing) {
    return switch (standing) {
      case FREE -> FREE_LESS_LONG;
      case AWAY -> AWAY;
      case OFF -> OFF;
      case UNREACHABLE -> UNREACHABLE;
      case RINGING -> RINGING;
      case TALKING -> TALKING;
      case WRAPPING_UP -> WRAPPING_UP;
      case ON_THE_PHONE -> ON_THE_PHONE;
    };
  }
}
