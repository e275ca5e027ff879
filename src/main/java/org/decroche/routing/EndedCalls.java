package org.decroche.routing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.call.CallId;

/**
 * Calls that ended a short while ago: a late fact about one of them must not bring it back to life.
 */
final class EndedCalls {
  // A late fact is late by milliseconds; ten thousand calls are a minute at the highest rate
  // measured on this kind of machine.
  private static final int KEPT = 10_000;

  /** With the moment, for a call that ended before its first question reached us. */
  private final Map<CallId, Optional<Instant>> ended =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallId, Optional<Instant>> eldest) {
          return size() > KEPT;
        }
      };

  void add(CallId call) {
    ended.put(call, Optional.empty());
  }

  /** The management link tells of a hang-up at once; the call's own question may come after it. */
  void addUnheard(CallId call, Instant at) {
    ended.putIfAbsent(call, Optional.of(at));
  }

  boolean contains(CallId call) {
    return ended.containsKey(call);
  }

  /** When this call ended, if it did before we ever heard of it; told once. */
  Optional<Instant> takeUnheard(CallId call) {
    Optional<Instant> at = ended.getOrDefault(call, Optional.empty());
    at.ifPresent(told -> add(call));
    return at;
  }
}
