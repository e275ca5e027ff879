package org.decroche.engine;

/**
 * How the telephone side is, as it says itself.
 *
 * @param connected whether Asterisk has been looked at and reports what happens
 * @param version Asterisk's; empty when it is not connected
 * @param trunk what Asterisk knows of the way out
 * @param fallbackInStep whether the queue that rings without us holds exactly the phones that are
 *     to be in it
 */
public record TelephonyHealth(
    boolean connected, String version, Trunk trunk, boolean fallbackInStep) {
  /** What is known of the provider's server. */
  public enum Trunk {
    /** None is set: calls come in, none goes out. */
    NONE,
    REACHABLE,
    UNREACHABLE,
    /** Set, and not asked for signs of life: the next call out will tell. */
    NOT_ASKED
  }

  /** Nothing is known while there is no link. */
  public static final TelephonyHealth AWAY = new TelephonyHealth(false, "", Trunk.NOT_ASKED, false);
}
