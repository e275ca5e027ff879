package org.decroche.web.signin;

import java.time.Duration;

/** Too soon after too many wrong ones. */
public final class TooManyGuesses extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  TooManyGuesses(Duration left) {
    this(Math.max(1, left.plusMillis(999).toSeconds()));
  }

  private TooManyGuesses(long seconds) {
    super(
        "Too many wrong tries: wait %d s, then try again.".formatted(seconds), null, false, false);
    this.seconds = seconds;
  }

  /** Until the next try is looked at; 1 at least. */
  public long seconds() {
    return seconds;
  }
}
