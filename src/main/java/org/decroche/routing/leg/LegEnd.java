package org.decroche.routing.leg;

/** How a leg ended, as far as its own channel tells. */
public enum LegEnd {
  /** Hung up in the ordinary way, after it was answered or while it rang. */
  HUNG_UP,
  NO_ANSWER,
  BUSY,
  REFUSED,
  /** The phone is not registered, the network has no way there, or Asterisk would not dial. */
  UNREACHABLE
}
