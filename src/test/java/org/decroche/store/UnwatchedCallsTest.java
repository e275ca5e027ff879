package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.engine.Unwatched;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnwatchedCallsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final CallId CALL = new CallId("1763800000.7");
  private static final CallerNumber NUMBER =
      new CallerNumber.Dialable(new PhoneNumber("+33639980112"));

  private final TestDatabase postgres;
  private final Fixture firm;
  private final AgentId alice;
  private final AgentId karim;
  private final UnwatchedCalls unwatched;

  UnwatchedCallsTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    unwatched = new UnwatchedCalls(postgres.database());
  }

  @BeforeEach
  void noCalls() {
    postgres.sql("truncate calls cascade");
  }

  private Unwatched.Began began() {
    return new Unwatched.Began(CALL, NOW.plusSeconds(1), NOW, Optional.of(firm.door), NUMBER);
  }

  private static Unwatched.Answered answered() {
    return new Unwatched.Answered(CALL, NOW.plusSeconds(2), new Phone("palice00"));
  }

  private Unwatched.Ended ended() {
    return new Unwatched.Ended(CALL, NOW.plusSeconds(9), NOW, Optional.of(firm.door), NUMBER);
  }

  @Test
  void aCallNobodyWatchedIsToldWholeAndOnlyOnce() {
    unwatched.write(List.of(began(), answered(), ended()));
    CallRecord once = firm.calls.byId(CALL).orElseThrow();
    unwatched.write(List.of(began(), answered(), ended()));

    assertThat(firm.calls.byId(CALL)).contains(once);
    assertThat(once.door().orElseThrow().id()).isEqualTo(firm.door);
    assertThat(once.number()).isEqualTo(NUMBER);
    assertThat(once.arrivedAt()).isEqualTo(NOW);
    assertThat(once.answeredAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(once.answeredBy().orElseThrow().id()).isEqualTo(alice);
    assertThat(once.endedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(once.ending()).isEqualTo("talked");
    assertThat(once.secondsBilledBeforeHuman()).isZero();
    assertThat(once.steps())
        .extracting(CallRecord.Step::kind)
        .containsExactly("arrived", "fallback", "answered", "ended");
  }

  @Test
  void theStoryMayComeInPiecesAndWithoutAKnownDoor() {
    unwatched.write(
        List.of(
            new Unwatched.Began(CALL, NOW, NOW, Optional.empty(), new CallerNumber.Withheld())));
    unwatched.write(List.of(ended()));

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.door()).isPresent();
    assertThat(call.ending()).isEqualTo("gave-up");
    assertThat(call.answeredAt()).isNull();
  }

  @Test
  void anUnseenEndIsReplacedByWhatWasSeen() {
    journal(List.of(new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER)));
    firm.calls.endUnseen(List.of(), NOW.plusSeconds(60));

    unwatched.write(List.of(began(), answered(), ended()));

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.answeredBy().orElseThrow().id()).isEqualTo(alice);
    assertThat(call.ending()).isEqualTo("talked");
    assertThat(call.endedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(call.steps())
        .extracting(CallRecord.Step::kind)
        .containsExactly("arrived", "fallback", "answered", "ended");
  }

  @Test
  void aCallThatWasWatchedAfterAllStaysAsItIs() {
    journal(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Fallback(CALL, 2, NOW),
            new Step.Answered(CALL, 3, NOW.plusSeconds(2), new OfferId(1), karim, Duration.ZERO),
            new Step.Ended(CALL, 4, NOW.plusSeconds(8), Ending.TALKED)));
    CallRecord before = firm.calls.byId(CALL).orElseThrow();

    unwatched.write(List.of(began(), answered(), ended()));

    assertThat(firm.calls.byId(CALL)).contains(before);
  }

  @Test
  void aFrozenServiceThatWroteTooLateIsPutRight() {
    journal(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Answered(CALL, 2, NOW.plusSeconds(30), new OfferId(1), alice, Duration.ZERO),
            new Step.Ended(CALL, 3, NOW.plusSeconds(31), Ending.TALKED)));

    unwatched.write(List.of(answered(), ended()));

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.answeredAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(call.endedAt()).isEqualTo(NOW.plusSeconds(9));
    assertThat(call.steps()).hasSize(3);
  }

  @Test
  void aHangUpIsEnoughToTellThatSomebodyRang() {
    unwatched.write(List.of(ended()));

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.ending()).isEqualTo("gave-up");
    assertThat(call.arrivedAt()).isEqualTo(NOW);
    assertThat(call.steps()).extracting(CallRecord.Step::kind).containsExactly("arrived", "ended");
  }

  @Test
  void whatTheDatabaseRefusesCostsNothingElse() {
    unwatched.write(
        List.of(
            new Unwatched.Ended(
                new CallId("x".repeat(200)), NOW, NOW, Optional.of(firm.door), NUMBER),
            began(),
            ended()));

    assertThat(firm.calls.byId(CALL).orElseThrow().ending()).isEqualTo("gave-up");
  }

  private void journal(List<Step> steps) {
    StoredJournal journal = new StoredJournal(postgres.database());
    steps.forEach(journal::write);
    journal.awaitWritten(Duration.ofSeconds(30));
    journal.close();
  }
}
