package org.decroche.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.decroche.routing.Event;
import org.decroche.routing.Instruction.RingPhone;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link's life against a management port that misbehaves on request. */
class AmiTest {
  private static final Phone ALICE = new Phone("alice1");
  private static final CallId CALL = new CallId("1.1");
  private static final RingPhone TO_ALICE =
      new RingPhone(ALICE, new OfferId(17), Duration.ofSeconds(20));
  private static final PhoneNumber CUSTOMER = new PhoneNumber("+33612345678");
  private static final Leg TO_A_CUSTOMER =
      new Leg(
          LegId.of(17),
          new LegTarget.OurPhone(ALICE, Optional.of(CUSTOMER)),
          new LegPurpose.DialOut(CUSTOMER, new PhoneNumber("+33123456789"), Duration.ofSeconds(45)),
          Duration.ofSeconds(30));
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<String> tooOld = new CopyOnWriteArrayList<>();
  private FakeAsterisk asterisk;
  private Ami ami;

  @BeforeEach
  void open() throws IOException {
    asterisk = new FakeAsterisk();
    ami =
        new Ami(
            asterisk.port(),
            "decroche",
            "secret",
            events::add,
            InstantSource.system(),
            tooOld::add);
  }

  @AfterEach
  void close() throws IOException {
    ami.close();
    asterisk.close();
  }

  @Test
  void looksAtAsteriskFirstAndTellsWhatHappenedMeanwhileAfterwards() throws Exception {
    ami.start();

    Event.AsteriskSeen seen = next(Event.AsteriskSeen.class);
    assertThat(seen.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.call()).isEqualTo(CALL));
    assertThat(seen.phones()).isEqualTo(Map.of(ALICE, PhoneState.IDLE));
    assertThat(next(Event.CallEnded.class).call()).isEqualTo(CALL);
    assertThat(ami.connected()).isTrue();
  }

  @Test
  void aCutLinkIsLostAtOnceAndMadeAgain() throws Exception {
    startAndLook();

    asterisk.cut();

    next(Event.AsteriskLost.class);
    next(Event.AsteriskSeen.class);
  }

  @Test
  void aSilentAsteriskIsLostWithinSeconds() throws Exception {
    startAndLook();
    long silentSince = System.nanoTime();

    asterisk.freeze();

    next(Event.AsteriskLost.class);
    assertThat(Duration.ofNanos(System.nanoTime() - silentSince)).isLessThan(Duration.ofSeconds(4));
    assertThat(ami.connected()).isFalse();
    asterisk.thaw();
    next(Event.AsteriskSeen.class);
  }

  @Test
  void movesACallerWithOneRedirect() throws Exception {
    startAndLook();

    ami.move(CALL, "PJSIP/trunk-00000001", TO_ALICE);

    assertThat(action("Redirect"))
        .containsEntry("channel", "PJSIP/trunk-00000001")
        .containsEntry("context", "offer")
        .containsEntry("exten", "alice1-17-20")
        .containsEntry("priority", "1");
    assertThat(events).isEmpty();
  }

  @Test
  void movesTwoWhoTalkWithOneRedirect() throws Exception {
    startAndLook();

    ami.bringTogether(CALL, "PJSIP/trunk-00000001", "PJSIP/alice1-00000002", LegId.of(17));

    assertThat(action("Redirect"))
        .containsEntry("channel", "PJSIP/trunk-00000001")
        .containsEntry("context", "together")
        .containsEntry("exten", "caller")
        .containsEntry("extrachannel", "PJSIP/alice1-00000002")
        .containsEntry("extracontext", "together")
        .containsEntry("extraexten", "ours");
  }

  @Test
  void twoWhoCannotBeMovedAreReported() throws Exception {
    asterisk.refusing("Redirect", "Channel does not exist");
    startAndLook();

    ami.bringTogether(CALL, "PJSIP/trunk-00000001", "PJSIP/alice1-00000002", LegId.of(17));

    assertThat(next(Event.TogetherFailed.class).third()).isEqualTo(LegId.of(17));
  }

  @Test
  void hangsUpAChannel() throws Exception {
    startAndLook();

    ami.hangUp(CALL, "PJSIP/alice1-00000002");

    assertThat(action("Hangup")).containsEntry("channel", "PJSIP/alice1-00000002");
  }

  @Test
  void aRefusedMoveIsReported() throws Exception {
    asterisk.refusing("Redirect", "Channel does not exist");
    startAndLook();

    ami.move(CALL, "PJSIP/trunk-00000001", TO_ALICE);

    assertThat(next(Event.MoveFailed.class).offer()).isEqualTo(new OfferId(17));
  }

  @Test
  void aMoveWithoutALinkFailsAtOnce() throws Exception {
    ami.move(CALL, "PJSIP/trunk-00000001", TO_ALICE);

    next(Event.MoveFailed.class);
  }

  @Test
  void dialsALegAndLeavesTheAnswerToEvents() throws Exception {
    startAndLook();

    ami.dial(TO_A_CUSTOMER);

    assertThat(action("Originate"))
        .containsEntry("channel", "PJSIP/alice1")
        .containsEntry("channelid", "leg-17")
        .containsEntry("callerid", "+33612345678")
        .containsEntry("context", "call-out")
        .containsEntry("exten", "33612345678-33123456789-45")
        .containsEntry("priority", "1")
        .containsEntry("timeout", "30000")
        .containsEntry("async", "true");
    assertThat(events).isEmpty();
    ami.hangUp(LegId.of(17));
    assertThat(action("Hangup")).containsEntry("channel", "leg-17");
  }

  @Test
  void aLegThatCannotBeDialledIsDown() throws Exception {
    asterisk.refusing("Originate", "Extension does not exist.");
    startAndLook();

    ami.dial(TO_A_CUSTOMER);

    assertThat(next(Event.LegDown.class).how()).isEqualTo(LegEnd.UNREACHABLE);
  }

  @Test
  void nothingHostileLeaves() throws Exception {
    startAndLook();

    ami.move(CALL, "PJSIP/x\r\nAction: QueueRemove\r\nQueue: everyone", TO_ALICE);
    next(Event.MoveFailed.class);
    ami.askAgain(CALL, "PJSIP/trunk-00000001");

    assertThat(action("Redirect")).containsEntry("exten", "ask");
    assertThat(asterisk.actions).isEmpty();
  }

  @Test
  void keepsTheFallbackInStep() throws Exception {
    startAndLook();

    ami.setFallbackMembers(Set.of(ALICE));
    ami.setFallbackMember(ALICE, true);
    ami.setFallbackMember(ALICE, false);

    assertThat(action("QueueAdd"))
        .containsEntry("interface", "PJSIP/alice1")
        .containsEntry("queue", "everyone");
    assertThat(action("QueueRemove")).containsEntry("interface", "PJSIP/alice1");
  }

  @Test
  void anAsteriskThatIsTooOldIsSaidInOneLine() {
    asterisk.version("18.24.1");

    ami.start();

    await().until(() -> !tooOld.isEmpty());
    assertThat(tooOld.getFirst()).contains("18.24.1", "22").doesNotContain("\n");
    assertThat(ami.connected()).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void halfALookIsWorseThanNone() {
    asterisk.refusing("CoreShowChannels", "Permission denied");

    ami.start();

    await().until(() -> asterisk.actions.stream().anyMatch(it -> it.containsValue("QueueStatus")));
    assertThat(events).isEmpty();
    assertThat(ami.connected()).isFalse();
  }

  @Test
  void aWrongSecretEndsNothing() {
    asterisk.refusing("Login", "Authentication failed");

    ami.start();

    await()
        .until(
            () -> asterisk.actions.stream().filter(it -> it.containsValue("Login")).count() >= 2);
    assertThat(events).isEmpty();
  }

  private void startAndLook() throws InterruptedException {
    ami.start();
    next(Event.AsteriskSeen.class);
    next(Event.CallEnded.class);
    action("QueueStatus");
  }

  private <E extends Event> E next(Class<E> type) throws InterruptedException {
    Event event = events.poll(10, TimeUnit.SECONDS);
    assertThat(event).isInstanceOf(type);
    return type.cast(event);
  }

  /** The next action of this kind; those before it are passed over. */
  private Map<String, String> action(String name) throws InterruptedException {
    Map<String, String> action = asterisk.actions.poll(10, TimeUnit.SECONDS);
    while (action != null && !name.equals(action.get("action"))) {
      action = asterisk.actions.poll(10, TimeUnit.SECONDS);
    }
    assertThat(action).as(name).isNotNull();
    return action;
  }
}
