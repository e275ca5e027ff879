package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.awaitility.Awaitility;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.why.Explanation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.util.ExceptionUtils;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredJournalTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final CallId CALL = new CallId("1763800000.7");
  private static final CallerNumber NUMBER =
      new CallerNumber.Dialable(new PhoneNumber("+33639980112"));

  private final TestDatabase postgres;
  private final Fixture firm;
  private final AgentId alice;
  private final AgentId karim;
  private final long jeanne;

  StoredJournalTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin", "+33639980112");
  }

  @BeforeEach
  void noCalls() {
    postgres.sql("truncate calls cascade");
  }

  @Test
  void everyKindOfStepIsKeptWithItsReason() {
    write(story());

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.steps())
        .extracting(CallRecord.Step::kind)
        .containsExactly(
            "arrived",
            "look-up-late",
            "identified",
            "waiting",
            "offered",
            "ringing",
            "offer-ended",
            "fallback",
            "offered",
            "answered",
            "ended");
    assertThat(call.number()).isEqualTo(NUMBER);
    assertThat(call.door()).map(CallRecord.Door::name).contains("Standard");
    assertThat(call.customer()).map(CallRecord.Person::name).contains("Jeanne Martin");
    assertThat(call.answeredBy()).map(CallRecord.Agent::id).contains(karim);
    assertThat(call.answeredAt()).isEqualTo(NOW.plusSeconds(10));
    assertThat(call.endedAt()).isEqualTo(NOW.plusSeconds(11));
    assertThat(call.ending()).isEqualTo("talked");
    assertThat(call.secondsBilledBeforeHuman()).isZero();
    CallRecord.Step offered = call.steps().get(4);
    assertThat(offered.reason()).isEqualTo("you own their open case: Box");
    assertThat(offered.agent()).map(CallRecord.Agent::name).contains("Agent alice");
    assertThat(offered.detail()).contains("\"rule\": \"owner-of-open-case\"", "\"caseId\": 3");
    assertThat(call.steps().get(6).detail()).isEqualTo("{\"how\": \"no-answer\"}");
  }

  @Test
  void whatWasBilledBeforeAHumanIsCountedToTheAnswerOrToTheEnd() {
    List<Step> asked = story().subList(0, 4);
    write(asked);
    assertThat(firm.calls.byId(CALL).orElseThrow().secondsBilledBeforeHuman()).isZero();
    write(List.of(new Step.Billed(CALL, 5, NOW.plusSeconds(5))));
    write(List.of(new Step.Billed(CALL, 6, NOW.plusSeconds(6)))); // told again after a restart
    write(List.of(new Step.Ended(CALL, 7, NOW.plusMillis(8_100), Ending.GAVE_UP)));

    CallRecord gaveUp = firm.calls.byId(CALL).orElseThrow();
    assertThat(gaveUp.secondsBilledBeforeHuman()).as("a second once it has begun").isEqualTo(4);
    assertThat(gaveUp.answeredAt()).isNull();

    postgres.sql("truncate calls cascade");
    write(asked);
    write(
        List.of(
            new Step.Billed(CALL, 5, NOW.plusSeconds(5)),
            new Step.Answered(
                CALL, 6, NOW.plusSeconds(7), new OfferId(2), karim, Duration.ofSeconds(2)),
            new Step.Ended(CALL, 7, NOW.plusSeconds(70), Ending.TALKED)));
    assertThat(firm.calls.byId(CALL).orElseThrow().secondsBilledBeforeHuman()).isEqualTo(2);
  }

  @Test
  void aCallArrivesOnceThoughAServiceThatWasStartedAnewHearsOfItAgain() {
    write(story().subList(0, 3));
    long restarted = NOW.plusSeconds(3).toEpochMilli();
    write(List.of(new Step.Arrived(CALL, restarted, NOW, firm.door, new CallerNumber.Withheld())));
    write(
        List.of(
            new Step.Arrived(CALL, restarted + 1, NOW, firm.door, new CallerNumber.Withheld()),
            new Step.Ended(CALL, restarted + 2, NOW.plusSeconds(9), Ending.GAVE_UP)));

    assertThat(firm.calls.byId(CALL).orElseThrow().steps())
        .extracting(CallRecord.Step::kind)
        .containsOnlyOnce("arrived")
        .endsWith("ended");
  }

  @Test
  void theSameStepsAgainInWhateverOrderChangeNothing() {
    write(story());
    CallRecord once = firm.calls.byId(CALL).orElseThrow();
    List<Step> again = new ArrayList<>(story());
    again.addAll(story());
    Collections.shuffle(again, new Random(7));

    write(again);

    assertThat(firm.calls.byId(CALL)).contains(once);
  }

  @Test
  void anOldStepThatComesAgainDoesNotUndoWhatWasChosenSince() {
    long odile = firm.customer("Odile", "+33199001234");
    write(story());
    Fixture.done(firm.calls.chooseCustomer(CALL, odile, karim, NOW.plusSeconds(60)));

    write(story());

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.customer()).map(CallRecord.Person::id).contains(odile);
    assertThat(call.steps()).hasSize(12);
    assertThat(call.steps().get(11).agent()).map(CallRecord.Agent::id).contains(karim);
  }

  @Test
  void whoChoseTheCustomerOfACallThatGoesOnIsOnItsOneLine() {
    long odile = firm.customer("Odile", "+33199001234");
    write(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Chosen(CALL, 2, NOW.plusSeconds(1), odile, karim)));

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.customer()).map(CallRecord.Person::id).contains(odile);
    assertThat(call.steps()).hasSize(2);
    assertThat(call.steps().get(1).kind()).isEqualTo("identified");
    assertThat(call.steps().get(1).agent()).map(CallRecord.Agent::id).contains(karim);
  }

  @Test
  void aCallWhoseArrivalWasNotSeenHasARecordAllTheSame() {
    write(List.of(new Step.Answered(CALL, 5, NOW, new OfferId(1), alice, Duration.ZERO)));
    assertThat(firm.calls.byId(CALL).orElseThrow().number())
        .isEqualTo(new CallerNumber.Unreadable());

    write(List.of(new Step.Arrived(CALL, 1, NOW.minusSeconds(9), firm.door, NUMBER)));
    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    assertThat(call.number()).isEqualTo(NUMBER);
    assertThat(call.arrivedAt()).isEqualTo(NOW.minusSeconds(9));
    assertThat(call.answeredBy()).map(CallRecord.Agent::id).contains(alice);
  }

  @Test
  void aBegunSecondIsABilledSecond() {
    write(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Answered(CALL, 2, NOW, new OfferId(1), alice, Duration.ofMillis(1200))));

    assertThat(firm.calls.byId(CALL).orElseThrow().secondsBilledBeforeHuman()).isEqualTo(2);
  }

  @Test
  void oneStepThatCannotBeKeptDoesNotTakeTheOthersWithIt() {
    CallId other = new CallId("1763800000.8");
    write(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Ringing(CALL, 2, NOW, new OfferId(1), new AgentId(404)),
            new Step.Arrived(new CallId("x".repeat(200)), 1, NOW, firm.door, NUMBER),
            new Step.Ended(CALL, 3, NOW.plusSeconds(1), Ending.GAVE_UP),
            new Step.Arrived(
                other, 1, NOW, new FrontDoorId(404), new CallerNumber.Extension("300"))));

    assertThat(firm.calls.byId(CALL).orElseThrow().ending()).isEqualTo("gave-up");
    assertThat(firm.calls.byId(other).orElseThrow().door()).isEmpty();
    assertThat(firm.calls.byId(other).orElseThrow().number())
        .isEqualTo(new CallerNumber.Extension("300"));
  }

  @Test
  void hostileWordsInAReasonAreText() {
    String title = "'); drop table calls; -- \u0000 \" <script>".repeat(20).substring(0, 700);
    write(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Offered(
                CALL, 2, NOW, new OfferId(1), alice, new Reason.OwnerOfOpenCase(3, title, NOW))));

    assertThat(firm.calls.byId(CALL).orElseThrow().steps().get(1).reason())
        .hasSize(500)
        .startsWith("you own their open case: '); drop table calls; -- \uFFFD");
  }

  @Test
  void callsGoneWhileNobodyWatchedAreEndedAndThoseAliveAreNot() {
    CallId alive = new CallId("1763800000.9");
    write(
        List.of(
            new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER),
            new Step.Arrived(alive, 1, NOW, firm.door, NUMBER)));

    assertThat(firm.calls.endUnseen(List.of(alive), NOW.plusSeconds(60))).isEqualTo(1);
    assertThat(firm.calls.endUnseen(List.of(alive), NOW.plusSeconds(60))).isZero();

    assertThat(firm.calls.byId(CALL).orElseThrow().ending()).isEqualTo("unseen");
    assertThat(firm.calls.byId(alive).orElseThrow().endedAt()).isNull();
  }

  @Test
  void theListGoesBackPageByPage() {
    for (int call = 1; call <= 5; call++) {
      write(
          List.of(
              new Step.Arrived(
                  new CallId("1.%d".formatted(call)),
                  1,
                  NOW.plusSeconds(call),
                  firm.door,
                  NUMBER)));
    }

    List<CallRecord> first = firm.calls.recent(2, Optional.empty());
    List<CallRecord> second = firm.calls.recent(2, Optional.of(first.get(1).arrivedAt()));

    assertThat(first).extracting(call -> call.id().value()).containsExactly("1.5", "1.4");
    assertThat(second).extracting(call -> call.id().value()).containsExactly("1.3", "1.2");
  }

  @Test
  void aChoiceForACallOrACustomerThatIsNotThereIsRefused() {
    assertThat(firm.calls.chooseCustomer(CALL, jeanne, alice, NOW))
        .isEqualTo(new Outcome.NotFound<>("id"));
    write(List.of(new Step.Arrived(CALL, 1, NOW, firm.door, NUMBER)));
    assertThat(firm.calls.chooseCustomer(CALL, 404, alice, NOW))
        .isEqualTo(new Outcome.NotFound<>("customerId"));
  }

  @Test
  void aFailureQuotesNoNumber() {
    assertThatThrownBy(
            () ->
                postgres
                    .database()
                    .write(
                        handle -> {
                          JournalLines.write(
                              handle,
                              List.of(
                                  new Step.Arrived(
                                      new CallId("x".repeat(200)), 1, NOW, firm.door, NUMBER)));
                          return true;
                        }))
        .satisfies(
            failure ->
                assertThat(ExceptionUtils.readStackTrace(failure))
                    .contains("calls_id_length")
                    .doesNotContain("639980112"));
  }

  private List<Step> story() {
    OfferId first = new OfferId(1);
    OfferId second = new OfferId(2);
    return List.of(
        new Step.Arrived(CALL, 1, NOW.plusSeconds(1), firm.door, NUMBER),
        new Step.LookUpLate(CALL, 2, NOW.plusSeconds(2)),
        new Step.Identified(CALL, 3, NOW.plusSeconds(3), LookUp.FOUND, Optional.of(jeanne), 1),
        new Step.Waiting(CALL, 4, NOW.plusSeconds(4), Explanation.NONE),
        new Step.Offered(
            CALL, 5, NOW.plusSeconds(5), first, alice, new Reason.OwnerOfOpenCase(3, "Box", NOW)),
        new Step.Ringing(CALL, 6, NOW.plusSeconds(6), first, alice),
        new Step.OfferEnded(CALL, 7, NOW.plusSeconds(7), first, alice, OfferEnd.NO_ANSWER),
        new Step.Fallback(CALL, 8, NOW.plusSeconds(8)),
        new Step.Offered(
            CALL, 9, NOW.plusSeconds(9), second, karim, new Reason.LongestIdle("Accueil", NOW)),
        new Step.Answered(CALL, 10, NOW.plusSeconds(10), second, karim, Duration.ZERO),
        new Step.Ended(CALL, 11, NOW.plusSeconds(11), Ending.TALKED));
  }

  private void write(List<Step> steps) {
    try (StoredJournal journal = new StoredJournal(postgres.database())) {
      steps.forEach(journal::write);
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> journal.unwritten() == 0);
    }
  }
}
