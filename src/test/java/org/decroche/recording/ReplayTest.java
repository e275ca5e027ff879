package org.decroche.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.RecordedDay;
import org.decroche.routing.call.CallId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recorded day, played back. */
class ReplayTest {
  private static final Instant NOON = Instant.parse("2026-11-25T11:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aDayPutDownAnonymouslyIsPlayedBackToTheSameDecisions(long seed) {
    RecordedDay day = new RecordedDay(seed, 1 + (int) seed % 6, 60);
    EventJson json = new EventJson();
    Run run = day.run();

    Replay replay =
        new Replay(
            new Run(run.startedAt(), json.readLimits(json.write(run.limits())), run.firstOffer()));
    for (Recorded recorded : day.events()) {
      replay.take(
          json.read(recorded.seq(), json.write(recorded.event()), json.writeDecisions(recorded)));
    }

    assertThat(replay.differences()).isEmpty();
    assertThat(replay.decisions()).as("decisions of a day that had some").isGreaterThan(60);
  }

  @Test
  void aDecisionThatWasAnotherIsFound() {
    RecordedDay day = new RecordedDay(1, 3, 20);
    Replay replay = new Replay(day.run());
    List<Recorded> changed = new ArrayList<>(day.events());
    int at = 0;
    while (changed.get(at).decisions().isEmpty()) {
      at++;
    }
    Recorded real = changed.get(at);
    List<Decided> other =
        List.of(new Decided(new CallId("another"), Optional.empty(), "by-nobody"));
    changed.set(at, new Recorded(real.seq(), real.event(), other));

    changed.forEach(replay::take);

    assertThat(replay.differences())
        .containsExactly(
            new Replay.Difference(real.seq(), real.event().at(), other, real.decisions()));
  }

  @Test
  void aRunWithAGapIsNotPlayedPastIt() {
    RecordedDay day = new RecordedDay(1, 3, 5);
    Replay replay = new Replay(day.run());
    replay.take(day.events().get(0));

    assertThatThrownBy(() -> replay.take(day.events().get(2)))
        .isInstanceOf(Replay.Incomplete.class)
        .hasMessageContaining("event 2");
  }

  @Test
  void whatAnotherVersionWroteIsRefusedAsSuch() {
    EventJson json = new EventJson();

    assertThatThrownBy(() -> json.read(1, "{\"is\":\"NeverHeardOf\"}", "[]"))
        .isInstanceOf(Unreadable.class);
    assertThat(
            json.readEvent("{\"is\":\"AsteriskLost\",\"at\":\"2026-11-25T11:00:00Z\",\"more\":1}"))
        .isEqualTo(new Event.AsteriskLost(NOON));
  }
}
