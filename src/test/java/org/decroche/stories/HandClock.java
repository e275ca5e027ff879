package org.decroche.stories;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Time that passes only when the story waits for something. */
final class HandClock {
  private record Due(Instant at, long order, Runnable what) {}

  private final PriorityQueue<Due> todo =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private Instant now;
  private long order;

  HandClock(Instant start) {
    now = start;
  }

  Instant now() {
    return now;
  }

  void in(Duration time, Runnable what) {
    todo.add(new Due(now.plus(time), order++, what));
  }

  void inMillis(long millis, Runnable what) {
    in(Duration.ofMillis(millis), what);
  }

  void passes(Duration time) {
    Instant end = now.plus(time);
    while (nextIsBy(end)) {
      next();
    }
    now = end;
  }

  /** Tells whether it came within the time. */
  boolean comes(BooleanSupplier what, Duration atMost) {
    Instant end = now.plus(atMost);
    while (!what.getAsBoolean()) {
      if (!nextIsBy(end)) {
        return false;
      }
      next();
    }
    return true;
  }

  private boolean nextIsBy(Instant end) {
    return !todo.isEmpty() && !todo.peek().at().isAfter(end);
  }

  private void next() {
    Due due = todo.poll();
    now = due.at();
    due.what().run();
  }
}
