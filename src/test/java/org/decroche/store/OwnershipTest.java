package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.Outcome.Stale;
import org.decroche.store.Ownership.Load;
import org.decroche.store.Ownership.Successor;
import org.decroche.store.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnershipTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final AgentChange LEAVES = new AgentChange("Alice", Role.AGENT, true, List.of());

  private final TestDatabase postgres;
  private final Fixture firm;
  private final Ownership ownership;
  private final Promises promises;
  private AgentId alice = new AgentId(0);
  private AgentId karim = new AgentId(0);
  private long jeanne;

  OwnershipTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    ownership = new Ownership(postgres.database());
    promises = new Promises(postgres.database());
  }

  @BeforeEach
  void people() {
    postgres.sql("truncate agents, customers cascade");
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin");
  }

  private long open(String title) {
    return firm.open(jeanne, title, null, alice, NOW);
  }

  private Promise promise(long matter, AgentId by) {
    return Fixture.done(
        promises.make(matter, "A call", by, NOW.plusSeconds(60), Optional.empty(), alice, NOW));
  }

  @Test
  void aCaseGoesToSomebodyWithASummaryThatStandsBeforeThem() {
    long box = open("Box");

    CustomerCase theirs =
        Fixture.done(ownership.handOver(box, 1, karim, "Waits for the depot", alice, NOW));

    assertThat(theirs.owner()).isEqualTo(karim);
    assertThat(theirs.notes())
        .extracting(CustomerCase.Note::text)
        .containsExactly("Waits for the depot");
    assertThat(ownership.handOver(box, 1, alice, "Back", karim, NOW))
        .isEqualTo(new Stale<>("Agent alice", List.of("ownerId")));
    assertThat(ownership.handOver(box, 2, karim, "Again", karim, NOW))
        .isEqualTo(new Conflict<>("toId"));
    assertThat(ownership.handOver(box, 2, new AgentId(404), "x", karim, NOW))
        .isEqualTo(new NotFound<>("toId"));
    firm.close(box, NOW);
    assertThat(ownership.handOver(box, 3, alice, "x", karim, NOW))
        .isEqualTo(new Conflict<>("status"));
  }

  @Test
  void everythingOpenOfSomebodyGoesAtOnceAndTheRestStays() {
    long box = open("Box");
    long closed = open("Old");
    firm.close(closed, NOW);
    long karims = firm.open(jeanne, "Bill", null, karim, NOW);
    Promise hers = promise(karims, alice);
    Promise kept = promise(box, alice);
    promises.end(kept.id(), Promise.State.KEPT, null, alice, NOW);

    Outcome<Load> moved =
        ownership.handOverAll(alice, new Successor(karim, "On leave", alice, NOW.plusSeconds(9)));

    assertThat(moved).isEqualTo(new Outcome.Done<>(new Load(1, 1)));
    assertThat(firm.cases.byId(box).orElseThrow().owner()).isEqualTo(karim);
    assertThat(firm.cases.byId(closed).orElseThrow().owner()).isEqualTo(alice);
    assertThat(promises.openOf(karim, Optional.empty(), NOW))
        .extracting(Promise::id)
        .containsExactly(hers.id());
    assertThat(firm.cases.byId(box).orElseThrow().touchedAt())
        .as("nobody has worked on it")
        .isEqualTo(NOW);
    assertThat(lines(box).getFirst())
        .satisfies(
            line -> {
              assertThat(line.kind()).isEqualTo(Kind.OWNER);
              assertThat(line.text()).isEqualTo("On leave");
            });
    assertThat(lines(karims).getFirst().kind()).isEqualTo(Kind.PROMISE_PASSED_ON);
    assertThat(ownership.handOverAll(alice, new Successor(alice, "x", alice, NOW)))
        .isEqualTo(new NotFound<>("toId"));
    assertThat(ownership.handOverAll(new AgentId(404), new Successor(alice, "x", alice, NOW)))
        .isEqualTo(new NotFound<>("id"));
  }

  @Test
  void nobodyLeavesWhileTheyOwnAnOpenCase() {
    long box = open("Box");

    assertThat(firm.agents.change(alice, LEAVES)).isEqualTo(new Conflict<>("disabled"));

    firm.close(box, NOW);
    Fixture.done(firm.agents.change(alice, LEAVES));
  }

  @Test
  void nobodyLeavesWhileTheyOweAPromise() {
    promise(firm.open(jeanne, "Bill", null, karim, NOW), alice);

    assertThat(firm.agents.change(alice, LEAVES)).isEqualTo(new Conflict<>("disabled"));
  }

  @Test
  void whoeverLeavesMayHandEverythingOverInTheSameAct() {
    long box = open("Box");

    assertThat(
            firm.agents.change(
                alice, LEAVES, Optional.of(new Successor(new AgentId(404), "Gone", karim, NOW))))
        .isEqualTo(new NotFound<>("toId"));
    assertThat(firm.agents.byId(alice).orElseThrow().disabled()).isFalse();
    Fixture.done(
        firm.agents.change(alice, LEAVES, Optional.of(new Successor(karim, "Gone", karim, NOW))));

    assertThat(firm.agents.byId(alice).orElseThrow().disabled()).isTrue();
    assertThat(firm.cases.byId(box).orElseThrow().owner()).isEqualTo(karim);
  }

  private List<TimelineEntry> lines(long matter) {
    return firm.timelines.of(matter, OptionalLong.empty(), 100).orElseThrow();
  }
}
