package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DialBeginEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.PeerStatusEvent;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranslationTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");
  private static final CallId CALL = new CallId("1795357749.1");
  private static final String PHONES_LEG = "1795357749.2";
  private static final Phone ALICE = new Phone("alice1");
  private static final String TRUNKS_CHANNEL = "PJSIP/trunk-00000007";
  private static final String ALICES_CHANNEL = "PJSIP/alice1-00000002";

  @ParameterizedTest
  @CsvSource({
    "NOT_INUSE, IDLE",
    "RINGING, RINGING",
    "INUSE, IN_USE",
    "BUSY, IN_USE",
    "RINGINUSE, IN_USE",
    "ONHOLD, IN_USE",
    "UNAVAILABLE, UNREACHABLE",
    "INVALID, UNREACHABLE",
    "UNKNOWN, UNREACHABLE",
    "SOMETHING_NEW, UNREACHABLE",
  })
  void phonesAreFreeOnlyWhenAsteriskSaysSo(String state, PhoneState expected) {
    assertThat(Translation.of(device("PJSIP/alice1", state), AT))
        .contains(new Event.PhoneReported(AT, ALICE, expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PJSIP/trunk", "Queue:everyone", "PJSIP/Alice1", "PJSIP/a&b", "SIP/alice1", ""})
  void devicesThatAreNoPhonesOfOursSayNothing(String device) {
    assertThat(Translation.of(device(device, "NOT_INUSE"), AT)).isEmpty();
  }

  @Test
  void aPhoneThatIsGoneIsToldEvenWhileItRings() {
    PeerStatusEvent event = new PeerStatusEvent(this);
    event.setPeer("PJSIP/alice1");
    event.setPeerStatus("Unreachable");
    assertThat(Translation.of(event, AT)).contains(new Event.PhoneLost(AT, ALICE));

    event.setPeerStatus("Reachable");
    assertThat(Translation.of(event, AT)).isEmpty();

    event.setPeer("PJSIP/trunk");
    event.setPeerStatus("Unreachable");
    assertThat(Translation.of(event, AT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RINGING", "PROGRESS"})
  void phonesRingWhenTheySaySo(String status) {
    DialStateEvent event = new DialStateEvent(this);
    event.setUniqueId(CALL.value());
    event.setDestChannel(ALICES_CHANNEL);
    event.setDialStatus(status);

    assertThat(Translation.of(event, AT)).contains(new Event.PhoneRings(AT, CALL, ALICE));
  }

  @Test
  void aCallIsAnsweredWhenADialEndsSo() {
    DialEndEvent event = new DialEndEvent(this);
    event.setUniqueId(CALL.value());
    event.setDestChannel(ALICES_CHANNEL);
    event.setDialStatus("ANSWER");

    assertThat(Translation.of(event, AT))
        .contains(new Event.CallAnswered(AT, CALL, ALICE, Optional.of(ALICES_CHANNEL)));

    event.setDialStatus("NOANSWER");
    assertThat(Translation.of(event, AT)).isEmpty();
  }

  @Test
  void theCallersOwnChannelDecidesOverBillAndEnd() {
    assertThat(Translation.of(up(CALL.value()), AT)).contains(new Event.CallBilled(AT, CALL));
    assertThat(Translation.of(up(PHONES_LEG), AT)).isEmpty();
    assertThat(Translation.of(hangup(CALL.value()), AT)).contains(new Event.CallEnded(AT, CALL));
    assertThat(Translation.of(hangup(PHONES_LEG), AT)).isEmpty();
  }

  @Test
  void aPhoneThatHangsUpIsToldOfWithItsCall() {
    HangupEvent hangup = hangup(PHONES_LEG);
    hangup.setChannel(ALICES_CHANNEL);
    assertThat(Translation.of(hangup, AT))
        .contains(new Event.PhoneHungUp(AT, CALL, ALICES_CHANNEL));
    hangup.setChannel(TRUNKS_CHANNEL);
    assertThat(Translation.of(hangup, AT))
        .contains(new Event.PhoneHungUp(AT, CALL, TRUNKS_CHANNEL));
    hangup.setChannel("Local/1@somewhere-00000007");
    assertThat(Translation.of(hangup, AT)).isEmpty();
  }

  @Test
  void aPhoneOutsideIsToldOfByWhoseCallItIs() {
    DialStateEvent rings = new DialStateEvent(this);
    rings.setUniqueId(CALL.value());
    rings.setDestChannel(TRUNKS_CHANNEL);
    rings.setDialStatus("RINGING");
    DialEndEvent taken = new DialEndEvent(this);
    taken.setUniqueId(CALL.value());
    taken.setDestChannel(TRUNKS_CHANNEL);
    taken.setDialStatus("ANSWER");
    for (ManagerEvent event : new ManagerEvent[] {rings, taken}) {
      event.setContext("offer-outside");
      event.setExten("alice1-17-20-33639980001-33199000000");
    }
    assertThat(Translation.of(rings, AT))
        .contains(new Event.PhoneRings(AT, CALL, ALICE, Optional.of(TRUNKS_CHANNEL)));
    assertThat(Translation.of(taken, AT))
        .contains(new Event.CallAnswered(AT, CALL, ALICE, Optional.of(TRUNKS_CHANNEL)));
    taken.setDialStatus("CONTINUE"); // picked up, and no key
    assertThat(Translation.of(taken, AT)).isEmpty();
  }

  @Test
  void aCallerWhoHangsUpIsGoneAtOnce() {
    HangupRequestEvent event = new HangupRequestEvent(this);
    event.setUniqueId(CALL.value());
    event.setLinkedId(CALL.value());
    assertThat(Translation.of(event, AT)).contains(new Event.CallEnded(AT, CALL));
    event.setUniqueId(PHONES_LEG);
    assertThat(Translation.of(event, AT)).isEmpty();
  }

  @Test
  void aPhoneThatHangsUpIsToldAsSoonAsItAsks() {
    HangupRequestEvent event = new HangupRequestEvent(this);
    event.setUniqueId(PHONES_LEG);
    event.setLinkedId(CALL.value());
    event.setChannel("PJSIP/alicephone-0000002a");
    assertThat(Translation.of(event, AT))
        .contains(new Event.PhoneHungUp(AT, CALL, "PJSIP/alicephone-0000002a"));
  }

  @Test
  void whyANumberIsNotReachedIsToldBeforeItsDialEnds() {
    HangupRequestEvent event = new HangupRequestEvent(this);
    event.setUniqueId("176.9");
    event.setLinkedId(CALL.value());
    event.setChannel(TRUNKS_CHANNEL);
    event.setCause(1);
    assertThat(Translation.of(event, AT))
        .contains(
            new Event.PhoneHungUp(AT, CALL, TRUNKS_CHANNEL, Optional.of(OfferEnd.UNREACHABLE)));
  }

  @Test
  void whoDeclinesALegIsToldOfBeforeAsteriskSaysThatItCouldNotBeDialled() {
    HangupRequestEvent declined = new HangupRequestEvent(this);
    declined.setUniqueId("leg-17");
    declined.setLinkedId("leg-17");
    declined.setChannel("PJSIP/alicephone-0000002a");
    declined.setChannelState(5);
    declined.setCause(21);
    assertThat(Translation.of(declined, AT))
        .contains(new Event.LegDown(AT, new LegId("leg-17"), LegEnd.REFUSED));
    declined.setCause(17);
    assertThat(Translation.of(declined, AT))
        .contains(new Event.LegDown(AT, new LegId("leg-17"), LegEnd.BUSY));
    declined.setChannelState(6); // whoever talks may hang up with any cause
    assertThat(Translation.of(declined, AT))
        .isNotEmpty()
        .get()
        .isNotInstanceOf(Event.LegDown.class);
  }

  @Test
  void aLegOfOursIsNoCaller() {
    NewStateEvent up = up("leg-17");
    up.setLinkedId("leg-17");
    assertThat(Translation.of(up, AT)).contains(new Event.LegUp(AT, LegId.of(17)));
    HangupEvent hangup = hangup("leg-17");
    hangup.setCause(16);
    hangup.setLinkedId("leg-17");
    assertThat(Translation.of(hangup, AT))
        .contains(new Event.LegDown(AT, LegId.of(17), LegEnd.HUNG_UP));
  }

  @ParameterizedTest
  @CsvSource({
    "0, HUNG_UP",
    "16, HUNG_UP",
    "17, BUSY",
    "18, NO_ANSWER",
    "19, NO_ANSWER",
    "21, REFUSED",
    "3, UNREACHABLE",
    "20, UNREACHABLE",
    "127, UNREACHABLE",
  })
  void aLegEndsByItsCause(int cause, LegEnd how) {
    HangupEvent hangup = hangup("leg-17");
    hangup.setCause(cause);
    assertThat(Translation.of(hangup, AT)).contains(new Event.LegDown(AT, LegId.of(17), how));
  }

  @ParameterizedTest
  @CsvSource({"0, UNREACHABLE", "1, NO_ANSWER", "3, NO_ANSWER", "5, BUSY"})
  void aLegThatWasNeverUpEndsByItsReason(int reason, LegEnd how) {
    OriginateResponseEvent originated = new OriginateResponseEvent(this);
    originated.setUniqueId("leg-17");
    originated.setReason(reason);
    originated.setResponse("Failure");
    assertThat(Translation.of(originated, AT)).contains(new Event.LegDown(AT, LegId.of(17), how));
    originated.setResponse("Success");
    assertThat(Translation.of(originated, AT)).isEmpty();
  }

  @Test
  void aKeyPressedOutsideIsToldByItsLeg() {
    KeyEvent key = new KeyEvent(this);
    key.setUniqueId("leg-17");
    assertThat(Translation.of(key, AT)).contains(new Event.KeyPressed(AT, LegId.of(17)));
    key.setUniqueId("176.9");
    assertThat(Translation.of(key, AT)).isEmpty();
  }

  @Test
  void byWhomALegWasTurnedAwayIsToldByItsHangUpAlone() {
    OriginateResponseEvent originated = new OriginateResponseEvent(this);
    originated.setUniqueId("leg-17");
    originated.setReason(8);
    originated.setResponse("Failure");
    assertThat(Translation.of(originated, AT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, UNREACHABLE", "21, REFUSED", "34, UNREACHABLE"})
  void whyANumberWasNotReachedIsInTheCauseOfItsHangUp(int cause, OfferEnd how) {
    assertThat(Translation.of(trunkHangsUp(cause), AT))
        .contains(
            new Event.PhoneHungUp(
                AT, new CallId("leg-17"), "PJSIP/trunk-00000002", Optional.of(how)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 17, 19, 26})
  void otherCausesSayNoMoreThanTheDialDoes(int cause) {
    assertThat(Translation.of(trunkHangsUp(cause), AT))
        .contains(
            new Event.PhoneHungUp(
                AT, new CallId("leg-17"), "PJSIP/trunk-00000002", Optional.empty()));
  }

  private HangupEvent trunkHangsUp(int cause) {
    HangupEvent event = new HangupEvent(this);
    event.setChannel("PJSIP/trunk-00000002");
    event.setUniqueId("176.9");
    event.setLinkedId("leg-17");
    event.setCause(cause);
    return event;
  }

  @Test
  void whatIsHalfSentOrNotForUsSaysNothing() {
    assertThat(Translation.of(new DialBeginEvent(this), AT)).isEmpty();
    assertThat(Translation.of(new DialStateEvent(this), AT)).isEmpty();
    assertThat(Translation.of(new DialEndEvent(this), AT)).isEmpty();
    assertThat(Translation.of(new DeviceStateChangeEvent(this), AT)).isEmpty();
    assertThat(Translation.of(new HangupEvent(this), AT)).isEmpty();
    assertThat(Translation.of(new NewStateEvent(this), AT)).isEmpty();
    assertThat(Translation.of(new OriginateResponseEvent(this), AT)).isEmpty();
  }

  private DeviceStateChangeEvent device(String device, String state) {
    DeviceStateChangeEvent event = new DeviceStateChangeEvent(this);
    event.setDevice(device);
    event.setState(state);
    return event;
  }

  private NewStateEvent up(String channel) {
    NewStateEvent event = new NewStateEvent(this);
    event.setChannelState(6);
    event.setUniqueId(channel);
    event.setLinkedId(CALL.value());
    return event;
  }

  private HangupEvent hangup(String channel) {
    HangupEvent event = new HangupEvent(this);
    event.setUniqueId(channel);
    event.setLinkedId(CALL.value());
    return event;
  }
}
