package org.decroche;

/** The service cannot start; the message is one line for whoever starts it. */
public final class CannotStart extends Exception {
  public CannotStart(String line) {
    super(line);
  }
}
