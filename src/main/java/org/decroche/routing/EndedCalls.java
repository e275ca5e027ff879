package org.decroche.routing;

import java.time.Instant;
import java.util.HashMap;
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

  // Forgotten all at once, ten thousand by ten thousand: to look for the oldest at every end would
  // cost a quarter of a decision.
  private Map<CallId, Optional<Instant>> ended = new HashMap<>();
  private Map<CallId, Optional<Instant>> before = new HashMap<>();

  void add(CallId call) {
    put(call, Optional.empty());
  }

  /** The management link tells of a hang-up at once; the call's own question may come after it. */
  void addUnheard(CallId call, Instant at) {
    if (!contains(call)) {
      put(call, Optional.of(at));
    }
  }

  boolean contains(CallId call) {
    return ended.containsKey(call) || before.containsKey(call);
  }

  /** When this call ended, if it did before we ever heard of it; told once. */
  Optional<Instant> takeUnheard(CallId call) {
    Optional<Instant> at = find(call);
    at.ifPresent(told -> add(call));
    return at;
  }

  private Optional<Instant> find(CallId call) {
    return (ended.containsKey(call) ? ended : before).getOrDefault(call, Optional.empty());
  }

  /**
   * Keeps it among the last; with the moment, for a call that ended before its first question
   * reached us.
   */
  private void put(CallId call, Optional<Instant> unheard) {
    if (ended.size() >= KEPT) {
      before = ended;
      ended = HashMap.newHashMap(KEPT);
    }
    ended.put(call, unheard);
  }
}
