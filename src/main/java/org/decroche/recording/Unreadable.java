package org.decroche.recording;

/** What was kept was written by another version, whose core took in other facts. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(Throwable cause) {
    super("the recorded events were written by another version", cause);
  }
}
