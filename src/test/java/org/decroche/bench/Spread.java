package org.decroche.bench;

import java.util.Arrays;
import java.util.Collection;

/** A sample of durations in microseconds, and the figures people ask of it. */
final class Spread {
  private final long[] sorted;

  private Spread(long[] sorted) {
    this.sorted = sorted;
  }

  static Spread of(Collection<Long> micros) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Spread(sorted);
  }

  int size() {
    return sorted.length;
  }

  /** The value that this share of the sample does not pass, in milliseconds. */
  double millis(double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.clamp(index, 0, sorted.length - 1)] / 1000.0;
  }

  double p50() {
    return millis(0.5);
  }

  double p99() {
    return millis(0.99);
  }

  double max() {
    return millis(1);
  }
}
