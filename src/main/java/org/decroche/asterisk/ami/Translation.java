package org.decroche.asterisk.ami;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.PeerStatusEvent;
import org.decroche.asterisk.OfferExtension;
import org.decroche.asterisk.TestCallId;
import org.decroche.routing.Event;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk reports, in our words. A caller's channel is the one that its call is named after
 * ({@code Uniqueid} = {@code Linkedid}): its name would not do, phones may call a front door too.
 */
final class Translation {
  private Translation() {}

  static Optional<Event> of(ManagerEvent event, Instant at) {
    return switch (event) {
      case DeviceStateChangeEvent device ->
          Devices.phone(device.getDevice())
              .map(phone -> new Event.PhoneReported(at, phone, Devices.state(device.getState())));
      // A phone that rings stays "ringing" as a device even when its registration is gone.
      case PeerStatusEvent peer
          when PeerStatusEvent.STATUS_UNREACHABLE.equals(peer.getPeerStatus()) ->
          Devices.phone(peer.getPeer()).map(phone -> new Event.PhoneLost(at, phone));
      case DialStateEvent dial
          when isRinging(dial.getDialStatus()) && isCallOut(dial, dial.getDestChannel()) ->
          call(dial.getUniqueId()).map(call -> new Event.CalleeRings(at, call));
      case DialEndEvent dial when isCallOut(dial, dial.getDestChannel()) ->
          call(dial.getUniqueId()).map(call -> callee(at, call, dial.getDialStatus()));
      case DialStateEvent dial when isRinging(dial.getDialStatus()) ->
          call(dial.getUniqueId())
              .flatMap(
                  call ->
                      Devices.phone(dial.getDestChannel())
                          .map(phone -> new Event.PhoneRings(at, call, phone))
                          .or(
                              () ->
                                  OfferExtension.outside(dial.getContext(), dial.getExten())
                                      .map(
                                          phone ->
                                              new Event.PhoneRings(
                                                  at,
                                                  call,
                                                  phone,
                                                  Optional.of(dial.getDestChannel())))));
      // With the dial option U, Asterisk says so only after the key that takes a call outside.
      case DialEndEvent dial when "ANSWER".equals(dial.getDialStatus()) ->
          call(dial.getUniqueId())
              .flatMap(
                  call ->
                      Devices.phone(dial.getDestChannel())
                          .or(() -> OfferExtension.outside(dial.getContext(), dial.getExten()))
                          .map(
                              phone ->
                                  new Event.CallAnswered(
                                      at, call, phone, Optional.of(dial.getDestChannel()))));
      case NewStateEvent state when Integer.valueOf(Legs.UP).equals(state.getChannelState()) ->
          Legs.id(state.getUniqueId())
              .<Event>map(leg -> new Event.LegUp(at, leg))
              .or(
                  () ->
                      caller(state.getUniqueId(), state.getLinkedId())
                          .map(call -> new Event.CallBilled(at, call)));
      // While a phone outside is asked for a key, Asterisk keeps the channel of a caller who is
      // gone.
      case HangupRequestEvent hangup ->
          caller(hangup.getUniqueId(), hangup.getLinkedId())
              .<Event>map(call -> new Event.CallEnded(at, call))
              .or(
                  () ->
                      Legs.id(hangup.getUniqueId())
                          .flatMap(
                              leg ->
                                  Legs.turnedAway(hangup)
                                      .<Event>map(how -> new Event.LegDown(at, leg, how))))
              // Told before the channel is taken down: a phone is free that much earlier.
              .or(() -> phone(hangup.getChannel(), hangup.getLinkedId(), hangup.getCause(), at));
      case HangupEvent hangup ->
          Legs.id(hangup.getUniqueId())
              .<Event>map(leg -> new Event.LegDown(at, leg, Legs.end(hangup.getCause())))
              .or(
                  () ->
                      caller(hangup.getUniqueId(), hangup.getLinkedId())
                          .<Event>map(call -> new Event.CallEnded(at, call)))
              .or(() -> phone(hangup.getChannel(), hangup.getLinkedId(), hangup.getCause(), at));
      case KeyEvent key -> Legs.id(key.getUniqueId()).map(leg -> new Event.KeyPressed(at, leg));
      case OriginateResponseEvent originated when !originated.isSuccess() ->
          Legs.id(originated.getUniqueId())
              .flatMap(leg -> Legs.end(originated).map(how -> new Event.LegDown(at, leg, how)));
      default -> Optional.empty();
    };
  }

  /**
   * The channel's call, when the channel is a caller's. A leg of ours is named after itself too.
   */
  static Optional<CallId> caller(@Nullable String uniqueId, @Nullable String linkedId) {
    return uniqueId != null
            && uniqueId.equals(linkedId)
            && Legs.id(uniqueId).isEmpty()
            && !TestCallId.is(uniqueId)
        ? call(uniqueId)
        : Optional.empty();
  }

  /**
   * A dial that the network refused ends as "no answer" unless it was busy: only the hang-up cause
   * of the channel (ITU-T Q.850) tells more. Whether the channel was a call out or an agent's phone
   * outside, the core knows.
   */
  private static Optional<Event> phone(
      @Nullable String channel, @Nullable String linkedId, @Nullable Integer cause, Instant at) {
    Optional<OfferEnd> unreached =
        Devices.isTrunk(channel) ? Legs.unreached(cause) : Optional.empty();
    return Optional.ofNullable(channel)
        .filter(Devices::isPhone)
        .flatMap(
            phone -> call(linkedId).map(call -> new Event.PhoneHungUp(at, call, phone, unreached)));
  }

  private static Event callee(Instant at, CallId call, @Nullable String dialStatus) {
    return switch (dialStatus == null ? "" : dialStatus) {
      case "ANSWER" -> new Event.CalleeAnswered(at, call);
      case "BUSY" -> new Event.CalleeUnreached(at, call, OfferEnd.BUSY);
      case "NOANSWER" -> new Event.CalleeUnreached(at, call, OfferEnd.NO_ANSWER);
      case "CANCEL" -> new Event.CalleeUnreached(at, call, OfferEnd.CALLER_HUNG_UP);
      default -> new Event.CalleeUnreached(at, call, OfferEnd.UNREACHABLE);
    };
  }

  /** Over the trunk, and not to an agent of ours who is outside. */
  private static boolean isCallOut(ManagerEvent dial, @Nullable String channel) {
    return Devices.isTrunk(channel)
        && OfferExtension.outside(dial.getContext(), dial.getExten()).isEmpty();
  }

  /** A phone that answers 183 rings as well, with a ringing tone of its own. */
  private static boolean isRinging(@Nullable String dialStatus) {
    return "RINGING".equals(dialStatus) || "PROGRESS".equals(dialStatus);
  }

  private static Optional<CallId> call(@Nullable String uniqueId) {
    return Optional.ofNullable(uniqueId).map(CallId::new);
  }
}
