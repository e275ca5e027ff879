package org.decroche.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellerTest {
  private static final Instant RING = Instant.parse("2026-11-22T14:00:00Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Teller teller =
      new Teller(Words.of(Map.of()), new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void linesComeInTheOrderInWhichThingsHappened() {
    teller.startAt(RING);
    teller.tell(RING.plusMillis(30), "third");
    teller.tell(RING.plusMillis(20), "second");
    teller.tell(RING.minusMillis(2), "first");

    teller.print(RING.plusMillis(1000));

    assertThat(lines()).containsExactly("0.00 s  first", "0.02 s  second", "0.03 s  third");
  }

  @Test
  void aLineWaitsForThoseThatMayBelongBeforeIt() {
    teller.startAt(RING);
    teller.tell(RING, "just now");

    teller.print(RING.plusMillis(50));
    assertThat(lines()).isEmpty();

    teller.finish();
    assertThat(lines()).containsExactly("0.00 s  just now");
  }

  @Test
  void nothingIsTimedBeforeTheFirstRing() {
    teller.tell(RING, "early");
    teller.print(RING.plusMillis(5000));

    assertThat(lines()).isEmpty();
  }

  private String[] lines() {
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .toArray(String[]::new);
  }
}
