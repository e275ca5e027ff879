package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.decroche.recording.Decided;
import org.decroche.recording.Recorded;
import org.decroche.recording.Replay;
import org.decroche.recording.Run;
import org.decroche.recording.Unreadable;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.decroche.routing.Limits;
import org.decroche.routing.RecordedDay;
import org.decroche.routing.Switchboard;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A day kept in the database, and played back from there. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredEventsTest {
  private final Database database;
  private final TestDatabase tables;

  StoredEventsTest(Database database, TestDatabase tables) {
    this.database = database;
    this.tables = tables;
  }

  @BeforeEach
  void nothingKept() {
    tables.sql("delete from event_runs");
  }

  @Test
  void aDayIsPlayedBackToTheSameDecisionsFromTheDatabase() throws Exception {
    RecordedDay day = new RecordedDay(42, 4, 60);
    Instant end = day.events().getLast().event().at();

    keep(day, end, Period.ofDays(30));
    Replay replay = new RecordedRuns(database).upTo(end).orElseThrow();

    assertThat(replay.events()).isEqualTo(day.events().size());
    assertThat(replay.decisions()).isGreaterThan(60);
    assertThat(replay.differences()).isEmpty();
  }

  @Test
  void theCoreOfAMomentInTheMidstIsTheOneThatWas() throws Exception {
    RecordedDay day = new RecordedDay(7, 3, 40);
    Instant end = day.events().getLast().event().at();
    Switchboard then = day.run().switchboard();
    Instant moment = until(then, day.events());

    keep(day, end, Period.ofDays(30));
    Switchboard now = new RecordedRuns(database).upTo(moment).orElseThrow().switchboard();

    assertThat(states(now)).isEqualTo(states(then)).isNotEmpty();
  }

  @Test
  void ofATimeWhenTheServiceDidNotRunNothingIsKnown() throws Exception {
    RecordedDay day = new RecordedDay(7, 3, 5);
    Instant end = day.events().getLast().event().at();
    keep(day, end, Period.ofDays(30));
    RecordedRuns runs = new RecordedRuns(database);

    assertThat(runs.upTo(day.run().startedAt().minusSeconds(1))).isEmpty();
    assertThat(runs.upTo(end.plusSeconds(3600))).isEmpty();
  }

  @Test
  void whatIsOlderThanWhatIsToBeKeptGoesAndWhatIsLeftOfTheRunIsRefused() throws Exception {
    RecordedDay day = new RecordedDay(7, 3, 40);
    Instant end = day.events().getLast().event().at();

    keep(day, end, Period.ofDays(30));
    Instant later = end.plus(Duration.ofDays(30)).minusSeconds(60);
    Run next = new Run(later, Limits.DEFAULT, 1);
    try (StoredEvents events = new StoredEvents(database, next, Period.ofDays(30), () -> later)) {
      events.took(new Event.AsteriskLost(later), List.of());
      assertThat(events.awaitWritten(1, Duration.ofSeconds(60))).isTrue();
    }

    assertThat(tables.sql("select count(*) from events").getFirst()).isNotEqualTo("0");
    assertThat(tables.sql("select count(*) from events where at < '" + end.minusSeconds(60) + "'"))
        .containsExactly("0");
    assertThatThrownBy(() -> new RecordedRuns(database).upTo(end))
        .isInstanceOf(Replay.Incomplete.class);
  }

  @Test
  void whatAnotherVersionKeptIsRefusedAsSuch() throws Exception {
    RecordedDay day = new RecordedDay(7, 3, 5);
    Instant end = day.events().getLast().event().at();
    keep(day, end, Period.ofDays(30));
    tables.sql("update events set body = '{\"is\": \"NeverHeardOf\"}' where seq = 2");

    assertThatThrownBy(() -> new RecordedRuns(database).upTo(end)).isInstanceOf(Unreadable.class);
  }

  /** Feeds the core up to a moment at which several calls are under way, and gives that moment. */
  private static Instant until(Switchboard core, List<Recorded> events) {
    for (int next = 0; next < events.size(); next++) {
      Instant at = events.get(next).event().at();
      if (core.calls().size() > 1 && at.isAfter(events.get(next - 1).event().at())) {
        return events.get(next - 1).event().at();
      }
      core.on(events.get(next).event());
    }
    throw new AssertionError("there was never more than one call");
  }

  private void keep(RecordedDay day, Instant now, Period kept) throws Exception {
    Run run = day.run();
    try (StoredEvents events = new StoredEvents(database, run, kept, () -> now)) {
      Switchboard core = new Switchboard(Limits.DEFAULT, 1);
      for (Recorded one : day.events()) {
        List<Effect> effects = core.on(one.event());
        assertThat(Decided.of(effects)).isEqualTo(one.decisions());
        events.took(one.event(), effects);
      }
      assertThat(events.awaitWritten(day.events().size(), Duration.ofSeconds(60))).isTrue();
    }
  }

  private record State(CallId call, String state, Optional<AgentId> agent) {}

  private static List<State> states(Switchboard core) {
    return core.calls().stream().sorted().map(StoredEventsTest::state).toList();
  }

  private static State state(Call call) {
    return new State(call.id(), call.state().name(), call.offer().map(offer -> offer.agent()));
  }
}
