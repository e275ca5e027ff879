package org.decroche.routing.out;

import java.util.Optional;
import org.decroche.routing.call.CallId;

/** What the core says at once to who wants to call out. */
public sealed interface CallOutVerdict {
  /** The agent's phone is being rung, or may dial on. */
  record Begun(CallId call) implements CallOutVerdict {}

  /**
   * Nothing is dialled.
   *
   * @param who the name of the colleague it is about, if it is about one
   */
  record Refused(CallOutRefusal why, Optional<String> who) implements CallOutVerdict {}
}
