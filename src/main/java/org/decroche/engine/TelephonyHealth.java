package org.decroche.engine;

/**
 * How the telephone side is, as it says itself.
 *
 * @param connected whether Asterisk has been looked at and reports what happens
 * @param answered whether it said in time how it is; otherwise trunk and fallback are not known
 * @param version Asterisk's; empty when it is not connected
 * @param trunk what Asterisk knows of the way in and out
 * @param fallbackInStep whether the queue that rings without us holds exactly the phones that are
 *     to be in it
 */
public record TelephonyHealth(
    boolean connected, boolean answered, String version, Trunk trunk, boolean fallbackInStep) {
  /** What is known of the provider's server. Of several, what stands first here is told. */
  public enum Trunk {
    /** It gives no sign of life. */
    UNREACHABLE,
    /** It refused our registration, or did not answer it: calls may not come in. */
    REJECTED,
    /** We are to register and have not yet, or not any more. */
    UNREGISTERED,
    /** None is set: calls come in, none goes out. */
    NONE,
    REGISTERED,
    /** Set, and not asked for signs of life: the next call out will tell. */
    NOT_ASKED,
    REACHABLE
  }

  /** Nothing is known while there is no link. */
  public static final TelephonyHealth AWAY =
      new TelephonyHealth(false, false, "", Trunk.NOT_ASKED, false);

  /** There is a link, and Asterisk of this version did not say in time how it is. */
  public static TelephonyHealth late(String version) {
    return new TelephonyHealth(true, false, version, Trunk.NOT_ASKED, false);
  }
}
