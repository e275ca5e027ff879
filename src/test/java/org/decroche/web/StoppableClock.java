package org.decroche.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The machine's time, until a test stops it: what counts seconds then comes out the same on any
 * machine.
 */
final class StoppableClock extends Clock {
  private volatile Instant stopped;

  /** From now on it is always now. */
  void stop() {
    stopped = Instant.now();
  }

  void pass(java.time.Duration time) {
    stopped = stopped.plus(time);
  }

  @Override
  public Instant instant() {
    Instant still = stopped;
    return still == null ? Instant.now() : still;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
