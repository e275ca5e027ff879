package org.decroche.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A day of calls on a real Asterisk, as an acceptance test wrote it down, played back in another
 * process than the one that decided. ADayIsPlayedBackTest makes a new file, for a day when the core
 * is to decide otherwise.
 */
class RealDayTest {
  @Test
  void whatAsteriskToldOneDayStillLeadsToTheSameDecisions() throws IOException {
    EventJson json = new EventJson();
    List<Replay> runs = new ArrayList<>();
    for (String line : lines()) {
      if (RecordedLines.isRun(line)) {
        runs.add(new Replay(RecordedLines.run(line)));
      } else {
        runs.getLast().take(RecordedLines.event(json, line));
      }
    }

    assertThat(runs).as("the service was started anew in its midst").hasSize(2);
    assertThat(runs).allSatisfy(run -> assertThat(run.differences()).isEmpty());
    assertThat(runs.stream().mapToLong(Replay::events).sum()).isGreaterThan(200);
    assertThat(runs.stream().mapToLong(Replay::decisions).sum()).isGreaterThan(12);
  }

  private static List<String> lines() throws IOException {
    try (InputStream day = RealDayTest.class.getResourceAsStream("/recorded-day.jsonl")) {
      assertThat(day).isNotNull();
      return new String(day.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
