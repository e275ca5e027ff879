package org.decroche.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.ChosenForOthers;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.Outcome;
import org.decroche.store.Role;
import org.junit.jupiter.api.Test;
import org.mockito.stubbing.Answer;

/** With a store that is away for a while. */
class AvailabilitiesTest {
  private static final AgentId ALICE = new AgentId(7);
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private final Agents agents = mock(Agents.class);
  private final OpenDesks desks = mock(OpenDesks.class);
  private final List<Event> events = new ArrayList<>();
  private final Availabilities availabilities =
      new Availabilities(
          agents,
          mock(ChosenForOthers.class),
          events::add,
          desks,
          Clock.fixed(NOW, ZoneOffset.UTC));

  private static Answer<Outcome<AgentAccount>> stands(Availability availability) {
    return asked ->
        new Outcome.Done<>(
            new AgentAccount(
                ALICE,
                "alice",
                "Alice",
                Role.AGENT,
                Optional.empty(),
                availability,
                null,
                null,
                NOW,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of()));
  }

  @Test
  void anAwayThatCannotBeWrittenIsWrittenWhenTheStoreIsBack() {
    when(agents.makeAway(ALICE, AwayBecause.MISSED_CALLS, NOW))
        .thenThrow(DatabaseUnavailable.class)
        .thenThrow(DatabaseUnavailable.class)
        .then(stands(Availability.AWAY));

    availabilities.makeAway(ALICE, AwayBecause.MISSED_CALLS);

    verify(agents, times(3)).makeAway(ALICE, AwayBecause.MISSED_CALLS, NOW);
    verify(desks).showAvailability(any());
    assertThat(events).containsExactly(new Event.AvailabilityChosen(NOW, ALICE, Availability.AWAY));
  }

  @Test
  void whatTheyChooseMeanwhileStands() {
    when(agents.choose(ALICE, Availability.READY, null, NOW)).then(stands(Availability.READY));
    when(agents.makeAway(any(), any(), any()))
        .then(
            away -> {
              assertThat(availabilities.choose(ALICE, Availability.READY, null))
                  .isInstanceOf(Outcome.Done.class);
              throw mock(DatabaseUnavailable.class);
            });

    availabilities.makeAway(ALICE, AwayBecause.DESK_GONE);

    verify(agents).makeAway(any(), any(), any());
    assertThat(events)
        .containsExactly(new Event.AvailabilityChosen(NOW, ALICE, Availability.READY));
  }

  @Test
  void aChoiceThatCannotBeKeptIsNoneAndTheAwayIsTriedOn() {
    when(agents.choose(ALICE, Availability.READY, null, NOW)).thenThrow(DatabaseUnavailable.class);
    when(agents.makeAway(any(), any(), any()))
        .then(
            away -> {
              Outcome<AgentAccount> unused = availabilities.choose(ALICE, Availability.READY, null);
              throw new AssertionError("kept");
            })
        .then(stands(Availability.AWAY));

    availabilities.makeAway(ALICE, AwayBecause.DESK_GONE);

    assertThat(events).containsExactly(new Event.AvailabilityChosen(NOW, ALICE, Availability.AWAY));
  }

  @Test
  void aServiceThatStopsDoesNotWaitForTheStore() {
    when(agents.makeAway(any(), any(), any())).thenThrow(DatabaseUnavailable.class);
    availabilities.close();

    availabilities.makeAway(ALICE, AwayBecause.DESK_GONE);

    verify(agents).makeAway(any(), any(), any());
    verify(desks, never()).showAvailability(any());
  }
}
