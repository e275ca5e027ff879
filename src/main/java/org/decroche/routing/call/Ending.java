package org.decroche.routing.call;

/** How a call ended, from the caller's side. */
public enum Ending {
  /** A human spoke with them. */
  TALKED,
  /** They hung up while it rang. */
  GAVE_UP,
  /** It ended while nobody was watching (the management link was down). */
  UNSEEN
}
