package org.decroche.routing.why;

/** How far the search for a human has gone. */
public enum Stage {
  /** Outside hours: whoever is on call. */
  CLOSED,
  /** Somebody who knows the caller is busy, and patience lasts: they and nobody else. */
  RIGHT_PERSON,
  /** Anybody of the teams. */
  ANYBODY,
  /** The door is open and nobody of its teams is ready: whoever is on call too. */
  NOBODY_READY
}
