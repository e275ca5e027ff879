package org.decroche.web.desk;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.decroche.routing.call.CallId;

/**
 * Who somebody made sure is on the line, of each call, for all who talk on it. Asked from any
 * thread. A restart forgets it, and the agent asks the caller again: caution costs one question.
 */
final class Identified {
  private final Map<CallId, Set<Long>> customers = new ConcurrentHashMap<>();

  void add(CallId call, long customer) {
    customers.computeIfAbsent(call, anew -> ConcurrentHashMap.newKeySet()).add(customer);
  }

  Set<Long> of(CallId call) {
    return customers.getOrDefault(call, Set.of());
  }

  /** Forgets the calls that nobody has any more. */
  void keep(Predicate<CallId> had) {
    customers.keySet().removeIf(had.negate());
  }
}
