package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.Stale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several people on one case in the same instant. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesAtOnceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private AgentId alice = new AgentId(0);
  private AgentId karim = new AgentId(0);
  private long jeanne;

  CasesAtOnceTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
  }

  @BeforeEach
  void people() {
    postgres.sql("truncate agents, customers cascade");
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin");
  }

  @Test
  void ofManyChangesOfOneVersionOneIsMadeAndTheOthersAreTold() throws Exception {
    long box = firm.open(jeanne, "Box", null, alice, NOW);
    List<Callable<Outcome<CustomerCase>>> changes = new ArrayList<>();
    for (int one = 0; one < 8; one++) {
      Details wanted = new Details("Box " + one, null, null, null);
      changes.add(() -> firm.changes.reword(box, 1, wanted, karim, NOW));
    }

    List<Outcome<CustomerCase>> came = atOnce(changes);

    assertThat(came).filteredOn(Done.class::isInstance).hasSize(1);
    assertThat(came)
        .filteredOn(outcome -> !(outcome instanceof Done))
        .containsOnly(new Stale<>("Agent karim", List.of("title")));
    assertThat(firm.cases.byId(box).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void nobodyLeavesInTheInstantInWhichTheyAreGivenACase() throws Exception {
    AgentChange leaves = new AgentChange("Alice", Role.AGENT, true, List.of());
    AgentChange comesBack = new AgentChange("Alice", Role.AGENT, false, List.of());
    for (int time = 0; time < 20; time++) {
      postgres.sql("truncate cases cascade");
      Fixture.done(firm.agents.change(alice, comesBack));

      List<Outcome<Boolean>> unused =
          atOnce(
              List.of(
                  () -> firm.agents.change(alice, leaves).then(done -> new Done<>(true)),
                  () ->
                      firm.cases
                          .create(
                              jeanne,
                              new Details("Box", null, null, null),
                              alice,
                              karim,
                              Optional.empty(),
                              NOW)
                          .then(done -> new Done<>(true))));

      assertThat(
              postgres.sql(
                  "select count(*) from cases k join agents a on a.id = k.owner_id and a.disabled"))
          .containsExactly("0");
    }
  }

  private static <T> List<Outcome<T>> atOnce(List<Callable<Outcome<T>>> changes)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(changes.size())) {
      List<Outcome<T>> came = new ArrayList<>();
      for (Future<Outcome<T>> change : threads.invokeAll(changes)) {
        came.add(change.get());
      }
      return came;
    }
  }
}
