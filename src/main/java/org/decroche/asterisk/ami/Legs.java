package org.decroche.asterisk.ami;

import java.util.Optional;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.decroche.asterisk.OutExtension;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.jspecify.annotations.Nullable;

/**
 * How a leg is dialled, and what Asterisk says of one. What is dialled is made here of a phone's
 * name or an E.164 number, both of known shape: no other text becomes part of a dial string.
 */
final class Legs {
  private static final String TRUNK = "@trunk";
  private static final int NORMAL_CLEARING = 16;

  /** Answered, among Asterisk's states of a channel. */
  static final int UP = 6;

  private Legs() {}

  static OriginateAction dial(Leg leg) {
    OriginateAction originate = new OriginateAction();
    originate.setChannelId(leg.id().value());
    originate.setChannel(channel(leg.to()));
    shows(leg.to()).map(PhoneNumber::e164).ifPresent(originate::setCallerId);
    switch (leg.then()) {
      case LegPurpose.Join join -> {
        originate.setContext(Dialplan.JOINING);
        originate.setExten(join.call().value());
      }
      case LegPurpose.JoinByKey join -> {
        originate.setContext(Dialplan.JOINING_BY_KEY);
        originate.setExten(join.phone().name() + "-" + join.call().value());
      }
      case LegPurpose.DialOut out -> {
        originate.setContext(Dialplan.CALL_OUT);
        originate.setExten(OutExtension.of(out));
      }
      case LegPurpose.DialOutByKey out -> {
        originate.setContext(Dialplan.CALL_OUT_BY_KEY);
        originate.setExten(OutExtension.of(out));
      }
    }
    originate.setPriority(Dialplan.FIRST);
    originate.setTimeout(leg.ring().toMillis());
    // Else Asterisk answers this action, and reads no other, when the phone is picked up.
    originate.setAsync(true);
    return originate;
  }

  /** Asterisk finds a channel by its unique id as well as by its name. */
  static HangupAction hangUp(LegId leg) {
    return hangUp(leg.value());
  }

  static HangupAction hangUp(String channel) {
    return new HangupAction(channel, NORMAL_CLEARING);
  }

  /** The leg whose channel this is; empty for every other channel. */
  static Optional<LegId> id(@Nullable String uniqueId) {
    return Optional.ofNullable(uniqueId).filter(LegId::isName).map(LegId::new);
  }

  /** From the hang-up cause (ITU-T Q.850). */
  static LegEnd end(@Nullable Integer cause) {
    return switch (cause == null ? 0 : cause) {
      case 0, NORMAL_CLEARING -> LegEnd.HUNG_UP;
      case 17 -> LegEnd.BUSY;
      case 18, 19 -> LegEnd.NO_ANSWER;
      case 21 -> LegEnd.REFUSED;
      default -> LegEnd.UNREACHABLE;
    };
  }

  /**
   * What a phone that is being rung says no by. It is told first: the answer to its dialling may
   * take it for one that could not be dialled.
   */
  static Optional<LegEnd> turnedAway(HangupRequestEvent hangup) {
    LegEnd how = end(hangup.getCause());
    boolean isNo = how == LegEnd.REFUSED || how == LegEnd.BUSY;
    return isNo && !Integer.valueOf(UP).equals(hangup.getChannelState())
        ? Optional.of(how)
        : Optional.empty();
  }

  /** Why the number called was not reached; empty for causes that tell no more than its dial. */
  static Optional<OfferEnd> unreached(@Nullable Integer cause) {
    return switch (cause == null ? 0 : cause) {
      case 21 -> Optional.of(OfferEnd.REFUSED);
      // no such number, no route, changed, out of order, incomplete, no circuit, network failure
      case 1, 2, 3, 22, 27, 28, 34, 38, 41, 42, 44, 58 -> Optional.of(OfferEnd.UNREACHABLE);
      default -> Optional.empty();
    };
  }

  /**
   * From the reason, one of Asterisk's AST_CONTROL_ numbers; 0 when nothing could be dialled. Empty
   * for a leg that was turned away: by whom and why only the cause of its hang-up tells, which may
   * come before or after this.
   */
  static Optional<LegEnd> end(OriginateResponseEvent failed) {
    return switch (failed.getReason() == null ? 0 : failed.getReason()) {
      case 1, 3 -> Optional.of(LegEnd.NO_ANSWER); // hang-up, ringing
      case 5 -> Optional.of(LegEnd.BUSY);
      case 8 -> Optional.empty(); // congestion
      default -> Optional.of(LegEnd.UNREACHABLE);
    };
  }

  private static String channel(LegTarget to) {
    return switch (to) {
      case LegTarget.OurPhone ours -> Devices.name(ours.phone());
      case LegTarget.Outside outside -> Devices.TECHNOLOGY + outside.number().e164() + TRUNK;
    };
  }

  private static Optional<PhoneNumber> shows(LegTarget to) {
    return switch (to) {
      case LegTarget.OurPhone ours -> ours.shows();
      case LegTarget.Outside outside -> Optional.of(outside.shown());
    };
  }
}
