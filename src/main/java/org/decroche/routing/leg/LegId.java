package org.decroche.routing.leg;

/**
 * One leg, by the unique id that we choose for its channel. No caller's channel is ever named so:
 * Asterisk's own ids are digits and a dot. Never used twice, not even after a restart.
 */
public record LegId(String value) {
  private static final String PREFIX = "leg-";

  /**
   * @throws IllegalArgumentException when no leg of ours is named so
   */
  public LegId {
    if (!isName(value)) {
      throw new IllegalArgumentException("a leg is named leg-NUMBER");
    }
  }

  /** The leg of this number; positive. */
  public static LegId of(long number) {
    return new LegId(PREFIX + number);
  }

  /** Tells whether {@link LegId} would take this unique id. */
  public static boolean isName(String uniqueId) {
    return uniqueId.length() > PREFIX.length()
        && uniqueId.length() <= PREFIX.length() + 19
        && uniqueId.startsWith(PREFIX)
        && uniqueId.chars().skip(PREFIX.length()).allMatch(c -> c >= '0' && c <= '9');
  }
}
