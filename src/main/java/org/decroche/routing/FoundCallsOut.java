package org.decroche.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallOutState;

/**
 * Calls out that a look at Asterisk found and that an earlier run of ours has begun to write down.
 * Legs on which somebody joined a conversation are among them: what they are for is only on record.
 */
final class FoundCallsOut {
  private final Map<CallId, CallOutState> found = new HashMap<>();

  /**
   * Takes a whole look.
   *
   * @param known those that are this run's own, or were: a late look brings none back to life
   */
  void see(Event.AsteriskSeen look, Predicate<CallId> known) {
    found.clear();
    look.legs().forEach(leg -> found.put(new CallId(leg.leg().value()), state(leg)));
    look.calls().stream()
        .filter(call -> call.where() == LiveCall.Where.CALLING_OUT)
        .forEach(call -> found.put(call.call(), state(call)));
    found.keySet().removeIf(known);
  }

  Set<CallId> ids() {
    return Set.copyOf(found.keySet());
  }

  /** It is as far as this by now; it never goes back. */
  void progress(CallId id, CallOutState next) {
    found.computeIfPresent(id, (call, was) -> was.compareTo(next) < 0 ? next : was);
  }

  /** How far it was, when it was one of these. */
  Optional<CallOutState> remove(CallId id) {
    return Optional.ofNullable(found.remove(id));
  }

  void forget(CallId id) {
    found.remove(id);
  }

  private static CallOutState state(LiveLeg leg) {
    CallOutState answered = leg.talking() ? CallOutState.TALKING : CallOutState.DIALLING;
    return leg.up() ? answered : CallOutState.RINGING_AGENT;
  }

  private static CallOutState state(LiveCall byHand) {
    return byHand.parties().isEmpty() ? CallOutState.DIALLING : CallOutState.TALKING;
  }
}
