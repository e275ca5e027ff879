package org.decroche.asterisk.ami;

import org.asteriskjava.manager.action.RedirectAction;
import org.decroche.asterisk.OfferExtension;
import org.decroche.routing.Instruction.Ring;

/** The places of extensions.conf that we know, and how a caller is sent there. */
final class Dialplan {
  static final String FALLBACK = "fallback";
  private static final String FRONT_DOOR = "front-door";
  private static final String ASK = "ask";

  /** Where a phone that dials an emergency number stays. */
  static final String FROM_PHONE = "from-phone";

  static final String CALL_OUT = "call-out";

  /** The same, where a phone outside is asked for a key first. */
  static final String CALL_OUT_BY_KEY = "call-out-by-key";

  static final String JOINING = "joining";

  /** Where a phone outside is asked for a key first. */
  static final String JOINING_BY_KEY = "joining-by-key";

  static final String TOGETHER = "together";
  static final int FIRST = 1;

  private Dialplan() {}

  static RedirectAction toPhone(String channel, Ring to) {
    return new RedirectAction(channel, OfferExtension.context(to), OfferExtension.of(to), FIRST);
  }

  /** Both at once: when one of two is moved alone, the other is hung up. */
  static RedirectAction together(String caller, String ours) {
    return new RedirectAction(caller, ours, TOGETHER, "caller", FIRST, TOGETHER, "ours", FIRST);
  }

  static RedirectAction toQuestion(String channel) {
    return new RedirectAction(channel, FRONT_DOOR, ASK, FIRST);
  }
}
