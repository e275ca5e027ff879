package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
  private static final Phone ALICE = new Phone("alice1");
  private final Snapshot snapshot = new Snapshot();
  private CoreShowChannelEvent last = new CoreShowChannelEvent(this);

  @ParameterizedTest
  @CsvSource({
    "front-door, Ring, WAITING",
    "entrance, Ring, WAITING",
    "offer, Ring, OFFERED",
    "offer, Up, OFFERED",
    "front-door, Up, WAITING",
    "together, Up, TALKING",
    "fallback, Ring, FALLBACK",
    "fallback, Up, FALLBACK",
    "somewhere, Ring, WAITING",
  })
  void findsWhereACallerIs(String context, String state, Where where) {
    channel("1.1", "1.1", "PJSIP/trunk-00000001", context, state);

    assertThat(snapshot.seen(AT).calls())
        .containsExactly(
            new LiveCall(
                new CallId("1.1"),
                "PJSIP/trunk-00000001",
                where,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                context.equals("together"),
                List.of()));
  }

  @Test
  void aCallerAnsweredAfterALongWaitTalksOnlyWithSomebodyOnTheLine() {
    channel("1.1", "1.1", "PJSIP/trunk-00000001", "offer", "Up");
    channel("1.2", "1.1", "PJSIP/alice1-00000002", "from-phone", "Ringing");
    channel("2.1", "2.1", "PJSIP/trunk-00000003", "offer-outside", "Up");
    channel("2.2", "2.1", "PJSIP/trunk-00000004", "from-trunk", "Up");
    channel("3.1", "3.1", "PJSIP/trunk-00000005", "offer-outside", "Up", "room");
    channel("3.2", "3.1", "PJSIP/trunk-00000006", "from-trunk", "Up", "room");
    channel("4.1", "4.1", "PJSIP/trunk-00000007", "fallback", "Up");
    channel("4.2", "4.1", "PJSIP/karim1-00000008", "from-phone", "Up");

    assertThat(snapshot.seen(AT).calls())
        .extracting(LiveCall::where)
        .as("rings, is asked for a key, talks outside, talks by the fallback")
        .containsExactly(Where.OFFERED, Where.OFFERED, Where.TALKING, Where.TALKING);
  }

  @Test
  void findsThePhoneOfACallAndTakesItForNoCaller() {
    channel("1.1", "1.1", "PJSIP/trunk-00000001", "offer", "Up");
    channel("1.2", "1.1", "PJSIP/alice1-00000002", "from-phone", "Up");

    assertThat(snapshot.seen(AT).calls())
        .containsExactly(
            new LiveCall(
                new CallId("1.1"),
                "PJSIP/trunk-00000001",
                Where.TALKING,
                Optional.of(ALICE),
                Optional.of("PJSIP/alice1-00000002"),
                Set.of("1.2", "PJSIP/alice1-00000002"),
                false,
                List.of(new LiveParty("PJSIP/alice1-00000002", Optional.of(ALICE)))));
  }

  @Test
  void findsWhoseCallItIsThatIsTalkedOutside() {
    channel("1.1", "1.1", "PJSIP/trunk-00000001", "offer-outside", "Up", "room");
    last().setExtension("alice1-17-20-33639980001-33199000001");
    channel("1.2", "1.1", "PJSIP/trunk-00000002", "from-trunk", "Up", "room");

    LiveCall outside = snapshot.seen(AT).calls().getFirst();
    assertThat(outside.where()).isEqualTo(Where.TALKING);
    assertThat(outside.phone()).contains(ALICE);
    assertThat(outside.parties())
        .containsExactly(new LiveParty("PJSIP/trunk-00000002", Optional.of(ALICE)));
  }

  @Test
  void findsEverybodyWhoTalksTogether() {
    channel("1.1", "1.1", "PJSIP/trunk-00000001", "together", "Up");
    channel("1.2", "1.1", "PJSIP/alice1-00000002", "together", "Up");
    channel("leg-17", "1.1", "PJSIP/karim1-00000003", "joining", "Up");
    channel("1.4", "1.4", "PJSIP/trunk-00000004", "front-door", "Ring");

    LiveCall together = snapshot.seen(AT).calls().getFirst();
    assertThat(together.where()).isEqualTo(Where.TALKING);
    assertThat(together.line())
        .containsExactlyInAnyOrder(
            "1.2", "PJSIP/alice1-00000002", "leg-17", "PJSIP/karim1-00000003");
    assertThat(together.together()).isTrue();
    assertThat(together.parties())
        .containsExactlyInAnyOrder(
            new LiveParty("PJSIP/alice1-00000002", Optional.of(ALICE)),
            new LiveParty("leg-17", Optional.of(new Phone("karim1"))));
  }

  @Test
  void findsALegInTheRoomAlsoUnderItsOwnId() {
    channel("1.1", "1.1", "PJSIP/trunk-00000001", "together", "Up", "room");
    channel("leg-17", "leg-17", "PJSIP/karim1-00000003", "joining", "Up", "room");
    channel("leg-18", "leg-18", "PJSIP/alice1-00000004", "joining", "Up", "another");
    channel("leg-19", "leg-19", "PJSIP/bob123-00000005", "joining", "Up");

    assertThat(snapshot.seen(AT).calls().getFirst().parties())
        .containsExactly(new LiveParty("leg-17", Optional.of(new Phone("karim1"))));
  }

  @Test
  void aLegThatWaitsForAKeyIsNotUpAndOneThatTalksOutsideIsToldApart() {
    channel("leg-17", "leg-17", "PJSIP/trunk-00000001", "joining-by-key", "Up");
    channel("leg-18", "leg-18", "PJSIP/alice1-00000002", "call-out", "Up");
    channel("1.2", "leg-18", "PJSIP/trunk-00000003", "from-trunk", "Up");
    channel("7.1", "7.1", "PJSIP/karim1-00000004", "call-out", "Ring");
    channel("7.2", "7.1", "PJSIP/trunk-00000005", "from-trunk", "Up");

    assertThat(snapshot.seen(AT).legs())
        .containsExactlyInAnyOrder(
            new LiveLeg(LegId.of(17), false), new LiveLeg(LegId.of(18), true, true));
    assertThat(snapshot.seen(AT).calls())
        .singleElement()
        .satisfies(
            byHand -> {
              assertThat(byHand.where()).isEqualTo(Where.CALLING_OUT);
              assertThat(byHand.parties()).as("whoever answered").hasSize(1);
            });
  }

  @Test
  void tellsOurOwnLegsApartFromCallers() {
    channel("leg-17", "leg-17", "PJSIP/alice1-00000001", "call-out", "Up");
    channel("1.2", "leg-17", "PJSIP/trunk-00000002", "from-trunk", "Ringing");
    channel("leg-18", "1.2", "PJSIP/karim1-00000003", "call-out", "Ringing");

    assertThat(snapshot.seen(AT).calls()).isEmpty();
    assertThat(snapshot.seen(AT).legs())
        .containsExactlyInAnyOrder(
            new LiveLeg(LegId.of(17), true), new LiveLeg(LegId.of(18), false));
  }

  @Test
  void tellsTheCallersInTheOrderOfTheirArrival() {
    channel("1763812800.10", "1763812800.10", "PJSIP/trunk-3", "front-door", "Ring");
    channel("1763812800.9", "1763812800.9", "PJSIP/trunk-2", "front-door", "Ring");
    channel("odd", "odd", "PJSIP/trunk-4", "front-door", "Ring");
    channel("1763812799.7", "1763812799.7", "PJSIP/trunk-1", "front-door", "Ring");

    assertThat(snapshot.seen(AT).calls())
        .extracting(LiveCall::channel)
        .containsExactly("PJSIP/trunk-1", "PJSIP/trunk-2", "PJSIP/trunk-3", "PJSIP/trunk-4");
  }

  @Test
  void aPhoneThatChangesMeanwhileIsTakenAsItIsLast() {
    snapshot.add(device("PJSIP/alice1", "NOT_INUSE"));
    snapshot.add(device("PJSIP/trunk", "INUSE"));
    snapshot.add(device("PJSIP/alice1", "BUSY"));

    assertThat(snapshot.seen(AT).phones())
        .containsOnly(java.util.Map.entry(ALICE, PhoneState.IN_USE));
  }

  @Test
  void knowsTheMembersOfTheFallbackOnly() {
    member("everyone", "PJSIP/alice1");
    member("everyone", "Local/500@somewhere");
    member("another", "PJSIP/karim1");

    assertThat(snapshot.members()).containsExactly(ALICE);
  }

  private CoreShowChannelEvent last() {
    return last;
  }

  private void channel(String id, String call, String name, String context, String state) {
    channel(id, call, name, context, state, "");
  }

  private void channel(
      String id, String call, String name, String context, String state, String bridge) {
    CoreShowChannelEvent event = new CoreShowChannelEvent(this);
    event.setUniqueid(id);
    event.setLinkedid(call);
    event.setChannel(name);
    event.setContext(context);
    event.setChannelStateDesc(state);
    event.setBridgeid(bridge);
    snapshot.add(event);
    last = event;
  }

  private DeviceStateChangeEvent device(String device, String state) {
    DeviceStateChangeEvent event = new DeviceStateChangeEvent(this);
    event.setDevice(device);
    event.setState(state);
    return event;
  }

  private void member(String queue, String device) {
    QueueMemberEvent event = new QueueMemberEvent(this);
    event.setQueue(queue);
    event.setInterface(device);
    snapshot.add(event);
  }
}
