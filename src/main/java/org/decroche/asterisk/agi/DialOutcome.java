package org.decroche.asterisk.agi;

import org.decroche.routing.call.OfferEnd;

/**
 * How a {@code Dial()} that nobody answered ended, from its DIALSTATUS and the hang-up cause.
 *
 * <p>A phone's 486 (in use) and 603 (declined) both give BUSY; only the cause tells them apart: 17
 * and 21.
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
