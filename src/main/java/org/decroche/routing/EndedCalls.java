package org.decroche.routing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.decroche.routing.call.CallId;

/**
 * Calls that ended a short while ago: a late fact about one of them must not bring it back to life.
 */
final class EndedCalls {
  // A late fact is late by milliseconds; ten thousand calls are a minute at the highest rate
  // measured on this kind of machine.
  private static final int KEPT = 10_000;

  private final Map<CallId, Boolean> ended =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Boolean> eldest) {
          return size() > KEPT;
        }
      };

  void add(CallId call) {
    ended.put(call, true);
  }

  boolean contains(CallId call) {
    return ended.containsKey(call);
  }
}
