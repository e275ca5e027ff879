package org.decroche.routing.call;

/** How a call ended, from the side of who made it. */
public enum Ending {
  /** A human spoke with them; of a call out: it was answered, perhaps by a machine. */
  TALKED,
  /** They hung up while it rang; of a call out: the agent did, or did not pick up their phone. */
  GAVE_UP,
  /** A call out: busy, or refused there. */
  BUSY,
  /** A call out that rang to the end. */
  NO_ANSWER,
  /** A call out that the network would not, or could not, put through. */
  FAILED,
  /** It ended while nobody was watching (the management link was down). */
  UNSEEN
}
