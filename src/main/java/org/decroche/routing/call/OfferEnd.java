package org.decroche.routing.call;

/** How an offer ended. */
public enum OfferEnd {
  ANSWERED,
  REFUSED,
  NO_ANSWER,
  BUSY,
  UNREACHABLE,
  CALLER_HUNG_UP,
  /** Another human took the call. */
  ELSEWHERE,
  /**
   * Whoever had asked for it wanted it no more, a supervisor took it away, or the agent was
   * disabled while it rang.
   */
  WITHDRAWN,
  /** It never reached the phone, or its end was never reported. */
  LOST
}
