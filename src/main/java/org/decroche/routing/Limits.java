package org.decroche.routing;

import java.time.Duration;

/**
 * The core's own times.
 *
 * @param lookUp how long a caller's name may take before the phone rings without it
 * @param rest how long an agent who did not take a call is left alone with that same call
 * @param grace how long after its ringing time an offer may still be reported as over
 * @param desk how long an agent may be without a desk before they count as away
 * @param desksBack the same for those whom a start of ours finds ready
 */
public record Limits(
    Duration lookUp, Duration rest, Duration grace, Duration desk, Duration desksBack) {
  /** A move takes milliseconds; a caller that still asks after this long was not moved. */
  static final Duration MOVE = Duration.ofSeconds(2);

  /** Asterisk reports a phone as idle within milliseconds of its hanging up. */
  static final Duration REPORT = Duration.ofMillis(500);

  /**
   * How long a phone outside is asked for a key after it was picked up, by the dialplan
   * (asterisk-config/extensions.conf).
   */
  static final Duration KEY = Duration.ofSeconds(10);

  public static final Limits DEFAULT =
      new Limits(
          Duration.ofMillis(250),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(7),
          Duration.ofSeconds(20));
}
