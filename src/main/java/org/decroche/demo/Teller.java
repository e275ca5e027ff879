package org.decroche.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints what happened in the order in which it happened. The sources are read one after the other,
 * so each line waits a moment for those that belong before it.
 */
final class Teller {
  private static final Duration SETTLING = Duration.ofMillis(300);

  private record Line(Instant at, String text) {}

  private final Words words;
  private final PrintStream out;
  private final List<Line> pending = new ArrayList<>();
  private @Nullable Instant zero;

  Teller(Words words, PrintStream out) {
    this.words = words;
    this.out = out;
  }

  /** Times count from here: the first ring. */
  void startAt(Instant firstRing) {
    zero = firstRing;
  }

  void tell(Instant at, String text) {
    pending.add(new Line(at, text));
  }

  /** Prints what has settled by now. */
  void print(Instant now) {
    if (zero != null) {
      flush(now.minus(SETTLING));
    }
  }

  /** Prints the rest. */
  void finish() {
    flush(Instant.MAX);
  }

  private void flush(Instant until) {
    List<Line> settled =
        pending.stream()
            .filter(line -> !line.at().isAfter(until))
            .sorted(Comparator.comparing(Line::at))
            .toList();
    pending.removeAll(settled);
    settled.forEach(this::print);
  }

  private void print(Line line) {
    Instant from = zero == null ? line.at() : zero;
    // What leads to the first ring takes a blink; it is told as one with it.
    Duration since = from.isBefore(line.at()) ? Duration.between(from, line.at()) : Duration.ZERO;
    out.printf("%9s  %s%n", words.seconds(since), line.text());
  }
}
