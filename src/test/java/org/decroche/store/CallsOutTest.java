package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.out.CallMade;
import org.decroche.store.CallsOut.Judgement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsOutTest {
  private static final PhoneNumber JEANNES = new PhoneNumber("+33639980113");
  private static final CallId CALL = new CallId("leg-17");
  private final Instant now = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
  private final TestDatabase postgres;
  private final Fixture firm;
  private final CallsOut callsOut;
  private final AgentId alice;
  private final AgentId karim;
  private final long jeanne;
  private long debt;

  CallsOutTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    callsOut = new CallsOut(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin", JEANNES.e164());
  }

  @BeforeEach
  void noCallsAndOneDebt() {
    postgres.sql("truncate calls, debts cascade");
    postgres.sql(
        """
        insert into debts (number, front_door_id, began_at, missed_at, due_at)
        values ('%s', %d, now(), now(), now())
        """
            .formatted(JEANNES.e164(), firm.door.value()));
    debt =
        postgres
            .database()
            .read(handle -> handle.createQuery("select id from debts").mapTo(Long.class).one());
  }

  @Test
  void aCallOutIsOnRecordWithWhoMadeItAndWhoItWasFor() {
    write(talked());
    write(talked()); // a batch that comes twice changes nothing

    CallRecord call = firm.calls.byId(CALL).orElseThrow();
    CallRecord.Out out = call.out().orElseThrow();
    assertThat(out.by().orElseThrow().id()).isEqualTo(alice);
    assertThat(out.debt()).contains(debt);
    assertThat(out.outcome()).isNull();
    assertThat(call.customer().orElseThrow().id()).isEqualTo(jeanne);
    assertThat(call.answeredBy().orElseThrow().id()).isEqualTo(alice);
    assertThat(call.answeredAt()).isEqualTo(now.plusSeconds(20));
    assertThat(call.ending()).isEqualTo("talked");
    assertThat(call.steps())
        .extracting(CallRecord.Step::kind)
        .containsExactly("called-out", "callee-ringing", "callee-answered", "ended");
  }

  @Test
  void onlyWhoCalledJudgesAndOnlyWhatWasAnswered() {
    write(unanswered());
    assertThat(callsOut.judge(CALL, alice, Judgement.REACHED, now))
        .isEqualTo(new Outcome.NotFound<>("id"));

    noCallsAndOneDebt();
    write(talked());
    assertThat(callsOut.judge(CALL, karim, Judgement.REACHED, now))
        .isEqualTo(new Outcome.NotFound<>("id"));
    assertThat(callsOut.judge(new CallId("leg-18"), alice, Judgement.REACHED, now))
        .isEqualTo(new Outcome.NotFound<>("id"));
    judge(Judgement.MACHINE);
    assertThat(firm.calls.byId(CALL).orElseThrow().out().orElseThrow().outcome())
        .isEqualTo("machine");
  }

  @Test
  void theAttemptsForADebtAreTold() {
    write(unanswered());

    assertThat(callsOut.attempts(debt, 10))
        .singleElement()
        .satisfies(call -> assertThat(call.ending()).isEqualTo("no-answer"));
    assertThat(callsOut.attempts(debt + 1, 10)).isEmpty();
  }

  @Test
  void whatCountsForTheLimitsOfAnHourIsReadFromTheRecord() {
    CallId inbound = new CallId("1.1");
    Step.Outside rung = outside(inbound, 2, Step.Outside.What.RUNG);
    write(unanswered());
    write(
        List.of(
            new Step.Arrived(inbound, 1, now, firm.door, new CallerNumber.Withheld()),
            rung,
            outside(inbound, 3, Step.Outside.What.NOT_REACHED)));

    assertThat(callsOut.madeSince(now.minusSeconds(1)))
        .containsExactly(new CallMade(alice, now), new CallMade(karim, rung.at()));
    assertThat(callsOut.madeSince(now)).containsExactly(new CallMade(karim, rung.at()));
    assertThat(callsOut.madeSince(rung.at())).isEmpty();
  }

  private Step.Outside outside(CallId call, long seq, Step.Outside.What what) {
    return new Step.Outside(
        call, seq, now.plusSeconds(seq), Optional.of(karim), JEANNES, LegId.of(18), what);
  }

  @Test
  void whatIsAnsweredAndOverAndNotJudgedIsTheirsToJudge() {
    write(unanswered());
    assertThat(callsOut.unjudged(alice, now.minusSeconds(1), 10)).isEmpty();

    noCallsAndOneDebt();
    write(talked().subList(0, 3));
    assertThat(callsOut.unjudged(alice, now.minusSeconds(1), 10)).as("goes on").isEmpty();
    write(talked());
    assertThat(callsOut.unjudged(alice, now.minusSeconds(1), 10))
        .extracting(CallRecord::id)
        .containsExactly(CALL);
    assertThat(callsOut.unjudged(alice, now, 10)).as("too long ago").isEmpty();
    assertThat(callsOut.unjudged(karim, now.minusSeconds(1), 10)).as("not theirs").isEmpty();

    judge(Judgement.MACHINE);
    assertThat(callsOut.unjudged(alice, now.minusSeconds(1), 10)).isEmpty();
  }

  @Test
  void aTalkOfOursCountsAsTheLastOnlyWhenItReachedThem() {
    write(talked());
    assertThat(lastTalk()).as("not said yet").isEmpty();

    judge(Judgement.MACHINE);
    assertThat(lastTalk()).isEmpty();

    judge(Judgement.REACHED);
    assertThat(lastTalk().map(LastTalk::agent)).contains(alice);
  }

  private void judge(Judgement judgement) {
    Fixture.done(callsOut.judge(CALL, alice, judgement, now.plusSeconds(200)));
  }

  private Optional<LastTalk> lastTalk() {
    return new StoredCallers(postgres.database()).lookUp(JEANNES, firm.door).lastTalk();
  }

  private Step.CalledOut calledOut() {
    return new Step.CalledOut(
        CALL, 1, now, firm.door, JEANNES, alice, Optional.of(jeanne), Optional.of(debt), false);
  }

  private List<Step> talked() {
    return List.of(
        calledOut(),
        new Step.CalleeRinging(CALL, 2, now.plusSeconds(10)),
        new Step.CalleeAnswered(CALL, 3, now.plusSeconds(20), alice),
        new Step.Ended(CALL, 4, now.plusSeconds(120), Ending.TALKED));
  }

  private List<Step> unanswered() {
    return List.of(calledOut(), new Step.Ended(CALL, 2, now.plusSeconds(60), Ending.NO_ANSWER));
  }

  private void write(List<Step> steps) {
    try (StoredJournal journal = new StoredJournal(postgres.database())) {
      steps.forEach(journal::write);
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> journal.unwritten() == 0);
    }
  }
}
