package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Errand.Details;
import org.decroche.store.Errand.State;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrandsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-27T17:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private final Errands errands;
  private AgentId alice = new AgentId(0);
  private AgentId karim = new AgentId(0);
  private long box;

  ErrandsTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    errands = new Errands(postgres.database());
  }

  @BeforeEach
  void aCase() {
    postgres.sql("truncate agents, customers cascade");
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    box = firm.open(firm.customer("Jeanne Martin"), "Box", "mes mots", alice, NOW);
  }

  private Errand add(String party, Instant due) {
    return Fixture.done(
        errands.add(
            box, new Details(party, "01 99 00 00 01", "A box", due), Optional.empty(), karim, NOW));
  }

  private CaseStatus status() {
    return firm.cases.byId(box).orElseThrow().status();
  }

  @Test
  void aCaseWaitsForThemFromTheFirstErrandToTheLast() {
    Errand depot = add("Depot", FRIDAY);
    Errand insurer = add("Insurer", FRIDAY.plusSeconds(5));
    assertThat(status()).isEqualTo(CaseStatus.WAITING_FOR_THIRD_PARTY);

    Fixture.done(errands.end(depot.id(), State.DONE, "It came", alice, NOW));
    assertThat(status()).isEqualTo(CaseStatus.WAITING_FOR_THIRD_PARTY);
    Errand dropped =
        Fixture.done(errands.end(insurer.id(), State.DROPPED, "They refuse", alice, NOW));

    assertThat(status()).isEqualTo(CaseStatus.WAITING_FOR_US);
    assertThat(dropped.words()).isEqualTo("They refuse");
    assertThat(errands.end(insurer.id(), State.DONE, "After all", alice, NOW))
        .isEqualTo(new Conflict<>("state"));
    assertThat(errands.of(box))
        .extracting(Errand::state)
        .containsExactly(State.DONE, State.DROPPED);
  }

  @Test
  void aCaseThatWaitsForItsCustomerGoesOnDoingSo() {
    firm.changes.waitFor(box, 1, CaseStatus.WAITING_FOR_CUSTOMER, Optional.of(FRIDAY), alice, NOW);

    Errand depot = add("Depot", FRIDAY);
    assertThat(status()).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
    Fixture.done(errands.end(depot.id(), State.DONE, "It came", alice, NOW));
    assertThat(status()).isEqualTo(CaseStatus.WAITING_FOR_CUSTOMER);
  }

  @Test
  void chasingIsCountedAndMayMoveTheDateWhichTheTimelineTells() {
    Errand depot = add("Depot", NOW.plusSeconds(60));

    Errand chased =
        Fixture.done(
            errands.chase(
                depot.id(),
                "Left on Monday, they say",
                Optional.of(FRIDAY),
                Optional.empty(),
                alice,
                NOW.plusSeconds(120)));

    assertThat(chased.chased()).isEqualTo(1);
    assertThat(chased.lastChased()).isEqualTo(NOW.plusSeconds(120));
    assertThat(chased.due()).isEqualTo(FRIDAY);
    TimelineEntry line = firm.timelines.of(box, OptionalLong.empty(), 1).orElseThrow().getFirst();
    assertThat(line.kind()).isEqualTo(Kind.ERRAND_CHASED);
    assertThat(line.errand()).isEqualTo(depot.id());
    assertThat(line.detail()).contains("dueWas", "2026-11-22T09:01:00Z", "2026-11-27T17:00:00Z");
  }

  @Test
  void theyAreTheOwnersAndLateOnesTheDeputysToo() {
    add("Depot", FRIDAY);
    postgres.sql(
        "update agents set deputy_id = %d where id = %d".formatted(karim.value(), alice.value()));

    Optional<Instant> ever = Optional.empty();
    assertThat(errands.openOf(alice, ever, NOW)).hasSize(1);
    assertThat(errands.openOf(alice, Optional.of(FRIDAY), NOW)).isEmpty();
    assertThat(errands.openOf(karim, ever, NOW)).isEmpty();
    Instant late = FRIDAY.plus(Duration.ofMinutes(1));
    assertThat(errands.openOf(karim, ever, late)).singleElement().matches(one -> one.isLate(late));
    assertThat(errands.late(late)).hasSize(1);
    assertThat(errands.late(NOW)).isEmpty();
  }

  @Test
  void whatSaysNothingOrBelongsNowhereIsRefused() {
    Details blank = new Details(" ", null, "A box", FRIDAY);
    Details fine = new Details("Depot", null, "A box", FRIDAY);
    assertThat(errands.add(box, blank, Optional.empty(), karim, NOW))
        .isEqualTo(new Invalid<>("party"));
    assertThat(errands.add(404, fine, Optional.empty(), karim, NOW))
        .isEqualTo(new NotFound<>("id"));
    assertThat(errands.end(404, State.DONE, "x", karim, NOW)).isEqualTo(new NotFound<>("id"));
    assertThat(errands.chase(404, "x", Optional.empty(), Optional.empty(), karim, NOW))
        .isEqualTo(new NotFound<>("id"));
    firm.close(box, NOW);
    assertThat(errands.add(box, fine, Optional.empty(), karim, NOW))
        .isEqualTo(new Conflict<>("status"));
  }
}
