package org.decroche.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** How much of each kind was erased, in the order in which it went. */
final class Removed {
  private final Map<String, Long> counts = new LinkedHashMap<>();

  void add(String kind, long count) {
    counts.merge(kind, count, Long::sum);
  }

  Map<String, Long> counts() {
    return counts;
  }
}
