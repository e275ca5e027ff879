package org.decroche.asterisk.agi;

import org.decroche.routing.call.OfferEnd;

/**
 * How a {@code Dial()} that nobody answered ended, from its DIALSTATUS and the hang-up cause.
 *
 * <p>What Asterisk 22 makes of a phone's answer: 486 and 600 BUSY/17, 603 and 403 CHANUNAVAIL/21,
 * 480 NOANSWER/19, 408 CHANUNAVAIL/18, 404 CHANUNAVAIL/1, a phone that rings or is silent to the
 * end NOANSWER/0, one that is not registered CHANUNAVAIL/3. So the cause decides as much as the
 * status.
 */
final class DialOutcome {
  private static final String CALL_REJECTED = "21";
  private static final String NO_ANSWER_FROM_USER = "19";
  private static final String NO_USER_RESPONSE = "18";

  private DialOutcome() {}

  /** Takes any text; what it does not know is {@link OfferEnd#LOST}. */
  static OfferEnd of(String dialStatus, String cause) {
    return switch (dialStatus) {
      case "BUSY" -> CALL_REJECTED.equals(cause) ? OfferEnd.REFUSED : OfferEnd.BUSY;
      case "NOANSWER" -> OfferEnd.NO_ANSWER;
      case "CHANUNAVAIL", "CONGESTION" ->
          switch (cause) {
            case CALL_REJECTED -> OfferEnd.REFUSED;
            case NO_ANSWER_FROM_USER, NO_USER_RESPONSE -> OfferEnd.NO_ANSWER;
            default -> OfferEnd.UNREACHABLE;
          };
      case "DONTCALL", "TORTURE" -> OfferEnd.REFUSED;
      case "CANCEL" -> OfferEnd.CALLER_HUNG_UP;
      case "ANSWER" -> OfferEnd.ANSWERED;
      default -> OfferEnd.LOST;
    };
  }
}
