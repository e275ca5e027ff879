package org.decroche.acceptance.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.decroche.recording.RecordedLines;
import org.decroche.recording.Replay;
import org.decroche.store.Database;
import org.decroche.store.Opening;
import org.decroche.store.RecordedRuns;
import org.decroche.stories.ADay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A day of real calls, with the service killed in its midst while somebody talks and somebody
 * waits, is played back to the same decisions: from both starts of the service on.
 */
@ExtendWith(Stack.Shared.class)
class ADayIsPlayedBackTest {
  private final Stack stack;

  ADayIsPlayedBackTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void bothHalvesOfADayLeadToTheSameDecisionsAgain() throws IOException {
    startsAnew(); // so that the day is all there is to its first run
    Instant noon;
    try (Provider network = stack.provider(Behaviour.told());
        AsteriskStage stage = new AsteriskStage(stack.scene(), network)) {
      ADay.MORNING.beginOn(stage);
      noon = Instant.now();
      keptUntil(noon);
      startsAnew();
      ADay.AFTERNOON.beginOn(stage); // a call that two starts have seen has arrived for both
    }
    Instant evening = Instant.now();
    keptUntil(evening);

    List<String> lines = new ArrayList<>();
    try (Database database = database()) {
      RecordedRuns runs = new RecordedRuns(database);
      for (Instant moment : List.of(noon, evening)) {
        Replay replay = runs.upTo(moment).orElseThrow();
        assertThat(replay.decisions()).isPositive();
        assertThat(replay.differences()).isEmpty();
        lines.addAll(RecordedLines.write(runs, moment));
      }
    }
    // So that a day of a real Asterisk can be kept with the tests.
    Files.write(Path.of("target/acceptance/recorded-day.jsonl"), lines);
  }

  private void startsAnew() {
    stack.service().kill();
    stack.mend();
  }

  private void keptUntil(Instant moment) {
    try (Database database = database()) {
      RecordedRuns runs = new RecordedRuns(database);
      Wait.until("it is kept", Duration.ofSeconds(60), () -> runs.upTo(moment).isPresent());
    }
  }

  private Database database() {
    return ((Opening.Ready) Database.open(stack.database().access())).database();
  }
}
