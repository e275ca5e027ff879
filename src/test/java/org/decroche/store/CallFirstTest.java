package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallFirst.Line;
import org.decroche.store.CallFirst.Why;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallFirstTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestDatabase postgres;
  private final Fixture firm;
  private final CallFirst callFirst;
  private AgentId alice = new AgentId(0);
  private AgentId karim = new AgentId(0);
  private long jeanne;

  CallFirstTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    callFirst = new CallFirst(postgres.database());
  }

  @BeforeEach
  void people() {
    postgres.sql("truncate agents, customers cascade");
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin", "+33639980112", "+33199001012");
  }

  private long box() {
    return firm.open(jeanne, "Box", null, alice, NOW);
  }

  private static List<Why> why(List<Line> lines) {
    return lines.stream().map(Line::why).toList();
  }

  @Test
  void nobodyIsOnItBeforeAnythingIsLate() {
    promise(box(), karim, NOW.plus(HOUR));

    assertThat(callFirst.all(NOW)).isEmpty();
  }

  @Test
  void aLatePromiseIsItsKeepersToCallAndTheirDeputys() {
    long box = box();
    Promise made = promise(box, karim, NOW.plus(HOUR));
    Instant late = NOW.plus(HOUR).plusSeconds(1);
    postgres.sql(
        "update agents set deputy_id = %d where id = %d".formatted(alice.value(), karim.value()));

    Line line = callFirst.of(karim, late).getFirst();

    assertThat(line.why()).isEqualTo(Why.PROMISE_LATE);
    assertThat(line.about()).isEqualTo("A call");
    assertThat(line.promise()).contains(made.id());
    assertThat(line.caseId()).isEqualTo(box);
    assertThat(line.customer()).isEqualTo(new CallRecord.Person(jeanne, "Jeanne Martin"));
    assertThat(line.numbers())
        .containsExactly(new PhoneNumber("+33199001012"), new PhoneNumber("+33639980112"));
    assertThat(callFirst.of(alice, late)).containsExactly(line);
    assertThat(callFirst.all(late)).containsExactly(line);
    new Promises(postgres.database()).end(made.id(), Promise.State.KEPT, null, karim, late);
    assertThat(callFirst.all(late)).isEmpty();
  }

  @Test
  void aLateErrandIsTheOwnersAndAClosedCasesIsNobodys() {
    long box = box();
    Errands errands = new Errands(postgres.database());
    Fixture.done(
        errands.add(
            box,
            new Errand.Details("Depot", null, "A power supply", NOW.plus(HOUR)),
            Optional.empty(),
            karim,
            NOW));
    Instant late = NOW.plus(HOUR).plusSeconds(1);

    assertThat(why(callFirst.of(alice, late))).containsExactly(Why.ERRAND_LATE);
    assertThat(callFirst.of(karim, late)).isEmpty();
    firm.close(box, late);
    assertThat(callFirst.all(late)).isEmpty();
  }

  @Test
  void aCaseGoneQuietIsItsOwnersFirstAndThenEverybodys() {
    long box = box();
    Instant quiet = NOW.plus(Duration.ofDays(14));
    assertThat(callFirst.of(alice, quiet)).isEmpty();
    Instant later = quiet.plusSeconds(1);
    assertThat(why(callFirst.of(alice, later))).containsExactly(Why.CASE_QUIET);
    assertThat(callFirst.quietForAll(later)).isEmpty();
    Instant longAfter = NOW.plus(Duration.ofDays(28)).plusSeconds(1);
    assertThat(why(callFirst.quietForAll(longAfter))).containsExactly(Why.CASE_QUIET);

    firm.timelines.say(
        box, karim, "Called", Optional.empty(), java.util.OptionalLong.empty(), quiet);

    assertThat(callFirst.all(later)).isEmpty();
  }

  @Test
  void whoeverHasADateWithTheirCustomerIsLeftAloneUntilThen() {
    long box = box();
    Instant far = NOW.plus(Duration.ofDays(60));
    Fixture.done(
        firm.changes.waitFor(
            box, 1, CaseStatus.WAITING_FOR_CUSTOMER, Optional.of(far), alice, NOW));

    assertThat(callFirst.all(NOW.plus(Duration.ofDays(59)))).isEmpty();
    new SilentCases(postgres.database()).bringBack(far.plusSeconds(1));
    assertThat(why(callFirst.all(far.plusSeconds(1)))).containsExactly(Why.CASE_QUIET);
  }

  @Test
  void theOldestReasonComesFirst() {
    long box = box();
    promise(box, alice, NOW.plus(HOUR));
    promise(box, alice, NOW.plusSeconds(60));

    assertThat(callFirst.all(NOW.plus(Duration.ofDays(15))))
        .extracting(Line::since)
        .isSorted()
        .hasSize(3);
  }

  private Promise promise(long matter, AgentId by, Instant due) {
    return Fixture.done(
        new Promises(postgres.database())
            .make(matter, "A call", by, due, Optional.empty(), alice, NOW));
  }
}
