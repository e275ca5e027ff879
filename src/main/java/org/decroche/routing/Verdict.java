package org.decroche.routing;

import org.decroche.routing.out.CallOutVerdict;

/** What the core says at once to what an agent asked of it. */
public sealed interface Verdict {
  /**
   * It is being done.
   *
   * @param who whose phone rings for it, by name; empty when nobody's does
   */
  record Granted(String who) implements Verdict {}

  /**
   * Nothing was changed.
   *
   * @param who whom it is about, by name; empty when it is about nobody
   */
  record Refused(Hindrance why, String who) implements Verdict {}

  /** A number outside is not called: nothing was changed. */
  record NotCalled(CallOutVerdict.Refused refused) implements Verdict {}

  /** Why not. */
  enum Hindrance {
    /** They do not talk on this call. */
    NOT_TALKING,
    /**
     * The conversation began before the service was started: it can only be ended by hanging up.
     */
    NOT_MOVABLE,
    /** The telephone system cannot be reached at the moment. */
    NO_LINK,
    /** Somebody is being rung for this call already. */
    ALREADY_RINGING,
    /** There is no such agent. */
    NOBODY,
    /** They are on the line already, perhaps as the one who asks. */
    ON_THE_LINE,
    /** They are away or off. */
    NOT_READY,
    /** They have something else in hand. */
    BUSY,
    /** Their phone is not connected. */
    UNREACHABLE,
    /** Nobody of that team is free. */
    NOBODY_FREE,
    /** There is nobody else for the caller to talk with. */
    ALONE,
    /** Nobody is being rung for this call. */
    NOBODY_RUNG
  }
}
