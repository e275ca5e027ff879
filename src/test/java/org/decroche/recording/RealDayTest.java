package org.decroche.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Some calls on a real Asterisk, as an acceptance test wrote them down, played back in another
 * process than the one that decided. WhyThisHumanTest makes a new file, for a day when the core is
 * to decide otherwise.
 */
class RealDayTest {
  @Test
  void whatAsteriskToldOneDayStillLeadsToTheSameDecisions() throws IOException {
    List<String> lines = lines();
    EventJson json = new EventJson();
    Replay replay = new Replay(RecordedLines.run(lines.getFirst()));

    lines.stream().skip(1).forEach(line -> replay.take(RecordedLines.event(json, line)));

    assertThat(replay.differences()).isEmpty();
    assertThat(replay.events()).isEqualTo(lines.size() - 1L);
    assertThat(replay.decisions()).isGreaterThanOrEqualTo(3);
  }

  private static List<String> lines() throws IOException {
    try (InputStream day = RealDayTest.class.getResourceAsStream("/recorded-day.jsonl")) {
      assertThat(day).isNotNull();
      return new String(day.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
