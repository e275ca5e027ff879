package org.decroche.routing.call;

/** Where a call stands, in the core's eyes. A call that ended is no longer there at all. */
public enum CallState {
  /** The look-up is under way. */
  IDENTIFYING,
  /** Nobody is free; in the line, by arrival. */
  WAITING,
  OFFERED,
  TALKING,
  /**
   * The dialplan did not hear us: it is finding a human by itself, and asks again if it does not.
   */
  ADRIFT
}
