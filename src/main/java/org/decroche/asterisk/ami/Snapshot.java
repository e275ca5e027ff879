package org.decroche.asterisk.ami;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.decroche.asterisk.OfferExtension;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;
import org.jspecify.annotations.Nullable;

/**
 * A whole look at Asterisk, put together from its lists. Asterisk repeats nothing it said while
 * nobody listened, so this is what every connection begins with.
 */
final class Snapshot {
  private static final Pattern UNIQUE_ID =
      Pattern.compile("(?:.*-)?(?<arrival>[0-9]{1,18})\\.(?<number>[0-9]{1,18})");

  private final List<CoreShowChannelEvent> channels = new ArrayList<>();
  private final Map<Phone, PhoneState> phones = new HashMap<>();
  private final Set<Phone> members = new HashSet<>();

  /** Takes a line of one of the lists, or a phone that changed meanwhile. */
  void add(ManagerEvent event) {
    switch (event) {
      case CoreShowChannelEvent channel -> channels.add(channel);
      case DeviceStateChangeEvent device ->
          Devices.phone(device.getDevice())
              .ifPresent(phone -> phones.put(phone, Devices.state(device.getState())));
      case QueueMemberEvent member when FallbackMembers.QUEUE.equals(member.getQueue()) ->
          Devices.phone(member.getInterface()).ifPresent(members::add);
      default -> {}
    }
  }

  /** Whether the look holds all there is to an event, so that it need not be told after it. */
  static boolean covers(ManagerEvent event) {
    return event instanceof CoreShowChannelEvent
        || event instanceof DeviceStateChangeEvent
        || event instanceof QueueMemberEvent;
  }

  Set<Phone> members() {
    return Set.copyOf(members);
  }

  /** The callers in the order in which they came, so that they ask again in that order. */
  Event.AsteriskSeen seen(Instant at) {
    return new Event.AsteriskSeen(
        at,
        channels.stream()
            .sorted(Comparator.comparingLong(Snapshot::arrival).thenComparingLong(Snapshot::number))
            .flatMap(channel -> call(channel).stream())
            .toList(),
        phones,
        channels.stream().flatMap(channel -> leg(channel).stream()).toList());
  }

  /** A unique id is the second of the channel's birth and, after a dot, a number that grows. */
  private static long arrival(CoreShowChannelEvent channel) {
    return part(channel, "arrival");
  }

  private static long number(CoreShowChannelEvent channel) {
    return part(channel, "number");
  }

  private static long part(CoreShowChannelEvent channel, String group) {
    Matcher id = UNIQUE_ID.matcher(channel.getUniqueid() == null ? "" : channel.getUniqueid());
    return id.matches() ? Long.parseLong(id.group(group)) : Long.MAX_VALUE;
  }

  private Optional<LiveCall> call(CoreShowChannelEvent channel) {
    return Translation.caller(channel.getUniqueid(), channel.getLinkedid())
        .filter(known -> !TestCall.isRobot(channel.getChannel()))
        .map(
            call ->
                new LiveCall(
                    call,
                    channel.getChannel(),
                    where(channel),
                    phones(channel)
                        .map(Snapshot::phone)
                        .findFirst()
                        .or(
                            () ->
                                OfferExtension.outside(
                                    channel.getContext(), channel.getExtension())),
                    phones(channel).map(CoreShowChannelEvent::getChannel).findFirst(),
                    others(channel)
                        .flatMap(other -> Stream.of(other.getChannel(), other.getUniqueid()))
                        .collect(Collectors.toSet()),
                    Dialplan.TOGETHER.equals(channel.getContext()),
                    others(channel)
                        .filter(Snapshot::isUp)
                        .map(other -> party(channel, other))
                        .toList()));
  }

  private static LiveParty party(CoreShowChannelEvent caller, CoreShowChannelEvent channel) {
    Optional<String> leg = Legs.id(channel.getUniqueid()).map(LegId::value);
    return new LiveParty(
        leg.orElseGet(channel::getChannel),
        Devices.phone(channel.getChannel())
            .or(
                () ->
                    leg.isPresent()
                        ? Optional.empty()
                        : OfferExtension.outside(caller.getContext(), caller.getExtension())));
  }

  private Optional<LiveLeg> leg(CoreShowChannelEvent channel) {
    return Legs.id(channel.getUniqueid())
        .map(
            leg ->
                new LiveLeg(
                    leg,
                    isUp(channel) && !isAskedForKey(channel),
                    others(channel).anyMatch(Snapshot::isUp)));
  }

  private static boolean isAskedForKey(CoreShowChannelEvent channel) {
    return Dialplan.JOINING_BY_KEY.equals(channel.getContext())
        || Dialplan.CALL_OUT_BY_KEY.equals(channel.getContext());
  }

  private static boolean isUp(CoreShowChannelEvent channel) {
    return "Up".equals(channel.getChannelStateDesc());
  }

  /**
   * A caller who waited long may have been answered without anybody there, and a phone outside that
   * was picked up may still be asked for its key. So an answered caller talks when they are where
   * people talk, or when a phone of ours is on the line with them.
   */
  private boolean talks(CoreShowChannelEvent channel) {
    return isUp(channel)
        && (!nothing(channel.getBridgeid())
            || Dialplan.TOGETHER.equals(channel.getContext())
            || phones(channel).anyMatch(Snapshot::isUp));
  }

  private static boolean nothing(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private Where where(CoreShowChannelEvent channel) {
    if (Dialplan.CALL_OUT.equals(channel.getContext())
        || Dialplan.FROM_PHONE.equals(channel.getContext())) {
      return Where.CALLING_OUT;
    }
    if (talks(channel)) {
      return Where.TALKING;
    }
    return switch (channel.getContext() == null ? "" : channel.getContext()) {
      case OfferExtension.OFFER, OfferExtension.OFFER_OUTSIDE -> Where.OFFERED;
      case Dialplan.FALLBACK -> Where.FALLBACK;
      default -> Where.WAITING;
    };
  }

  /** The phones that ring for this caller, or talk with them. */
  private Stream<CoreShowChannelEvent> phones(CoreShowChannelEvent caller) {
    return others(caller).filter(other -> Devices.phone(other.getChannel()).isPresent());
  }

  private static Phone phone(CoreShowChannelEvent channel) {
    return Devices.phone(channel.getChannel()).orElseThrow();
  }

  /**
   * The channels that are there for this caller: by their id, or in one bridge with them. Asterisk
   * finds the older of two ids by the dot in it, which a leg's has not: whether a leg in a room of
   * three takes over the caller's goes by who was there first.
   */
  private Stream<CoreShowChannelEvent> others(CoreShowChannelEvent caller) {
    return channels.stream()
        .filter(
            other ->
                caller.getUniqueid().equals(other.getLinkedid())
                    || (!nothing(caller.getBridgeid())
                        && caller.getBridgeid().equals(other.getBridgeid())))
        .filter(other -> !caller.getUniqueid().equals(other.getUniqueid()));
  }
}
