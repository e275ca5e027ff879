package org.decroche.numbers;

import org.decroche.routing.caller.PhoneNumber;

/** Whether a number that somebody of ours wants to call may be dialled at all. */
public sealed interface Destination {
  /** It may; dialled is this and nothing else. */
  record Callable(PhoneNumber number) implements Destination {}

  record Refused(Why why) implements Destination {}

  /** Why it may not. */
  enum Why {
    /** No trunk for calls out is set. */
    NO_TRUNK,
    /** No public number, or too short for one. */
    NO_NUMBER,
    /** An emergency number: to be dialled on the phone itself, where nothing stands in its way. */
    EMERGENCY,
    /** It costs more than a call. */
    PREMIUM,
    /** Not among the destinations of the house. */
    NOT_ALLOWED
  }
}
