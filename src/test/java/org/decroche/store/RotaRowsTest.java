package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.Policy;
import org.decroche.store.RoutingSettings.OnceTurn;
import org.decroche.store.RoutingSettings.WantedTurn;
import org.decroche.store.RoutingSettings.WeeklyTurn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rotas as they are kept, and as the core is told of them. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RotaRowsTest {
  private final TestDatabase postgres;
  private final Fixture firm;
  private final DoorRouting routing;
  private final AgentId alice;
  private final AgentId karim;

  RotaRowsTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    routing = new DoorRouting(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
  }

  @BeforeEach
  void everybodyIsHere() {
    postgres.sql("update agents set disabled = false");
  }

  private RoutingSettings stands() {
    return routing.of(firm.door).orElseThrow();
  }

  private RoutingSettings with(WantedTurn... rota) {
    RoutingSettings stands = stands();
    return new RoutingSettings(
        stands.patience(),
        stands.wrapUp(),
        stands.callbackDue(),
        stands.longWait(),
        stands.onCall(),
        List.of(rota),
        stands.zone(),
        stands.holidays(),
        stands.week(),
        stands.closedDays(),
        stands.closures(),
        stands.overflow());
  }

  private WantedTurn august() {
    return new OnceTurn(
        LocalDate.parse("2028-02-29"), LocalDate.parse("2028-03-02"), 0, 1440, karim);
  }

  private WantedTurn nights(AgentId agent) {
    return new WeeklyTurn(
        List.of(1, 2, 3, 4, 5), 1080, 480, 2, Optional.of(LocalDate.parse("2026-11-25")), agent);
  }

  @Test
  void aRotaIsReadAsItWasWrittenInItsOrderAndReplacedWhole() {
    RoutingSettings wanted = with(august(), nights(alice), nights(karim));
    assertThat(routing.change(firm.door, wanted)).isEqualTo(new Outcome.Done<>(wanted));
    assertThat(stands()).isEqualTo(wanted);

    RoutingSettings other = with(nights(karim));
    routing.change(firm.door, other);
    assertThat(stands()).isEqualTo(other);

    routing.change(firm.door, with());
    assertThat(stands().rota()).isEmpty();
  }

  @Test
  void theFloorLeavesOutTheTurnsOfWhoeverMayNotAnswerAnyMore() {
    routing.change(firm.door, with(nights(alice), nights(karim)));
    Instant night = Instant.parse("2026-11-25T20:00:00Z");
    assertThat(policy().onCallAt(night)).contains(alice);

    postgres.sql("update agents set disabled = true where login = 'alice'");
    assertThat(policy().onCallAt(night)).contains(karim);
    assertThat(stands().rota()).as("the settings stay as they were").hasSize(2);
    routing.change(firm.door, with());
  }

  private Policy policy() {
    return new StoredFloor(postgres.database()).load().doors().getFirst().policy();
  }

  @Test
  void aTurnThatIsNeitherWeeklyNorOnceIsRefusedByTheTable() {
    refused("array[1, 8], 1, null, null, null");
    refused("array[]::integer[], 1, null, null, null");
    refused("null, null, null, null, null");
    refused("array[1], 2, null, null, null");
    refused("array[1], 13, '2026-11-25', null, null");
    refused("array[1], 1, null, '2026-11-25', '2026-11-26'");
    refused("null, null, null, '2026-11-25', '2026-11-24'");
    refused("null, null, null, '2026-11-25', '2026-11-25'");
    refused("null, null, null, '2026-11-25', null");
  }

  private void refused(String kind) {
    assertThatThrownBy(
            () ->
                postgres.sql(
                    "insert into door_turns values (%d, 0, %d, 600, 600, %s)"
                        .formatted(firm.door.value(), alice.value(), kind)))
        .hasMessageContaining("door_turns_");
  }
}
