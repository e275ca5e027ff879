package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;

/**
 * Calls that a look at Asterisk found and that have not asked us: an earlier run of ours wrote
 * their beginning, this one writes their end.
 */
final class FoundCalls {
  private record Found(LiveCall seen, boolean talking, long nextSeq) {}

  private final Map<CallId, Found> found = new HashMap<>();
  private final Roster roster;
  private final Offering offering;
  private final Outbox out;

  FoundCalls(Roster roster, Offering offering, Outbox out) {
    this.roster = roster;
    this.offering = offering;
    this.out = out;
  }

  void see(LiveCall call) {
    boolean talking = call.where() == LiveCall.Where.TALKING;
    found.merge(
        call.call(),
        new Found(call, talking, 0),
        (was, now) -> new Found(call, was.talking() || talking, was.nextSeq()));
  }

  /**
   * It asked: from now on it is a call like any other.
   *
   * @return the number its next step must have at least; 0 when it is not one of these
   */
  long forget(CallId id, Instant now) {
    Found call = found.remove(id);
    return call == null ? 0 : seq(call, now);
  }

  void answered(CallId id, Phone phone, Instant now) {
    Found call = found.get(id);
    if (call == null || call.talking()) {
      return;
    }
    long seq = seq(call, now);
    LiveCall talking =
        new LiveCall(id, call.seen().channel(), LiveCall.Where.TALKING, Optional.of(phone));
    found.put(id, new Found(talking, true, seq + 1));
    roster
        .find(phone)
        .ifPresent(
            agent ->
                out.journal(
                    new Step.Answered(id, seq, now, offering.nextId(), agent.id(), Duration.ZERO)));
  }

  /** Tells whether it was one of these. */
  boolean ended(CallId id, Ending untalked, Instant now) {
    Found call = found.remove(id);
    if (call == null) {
      return false;
    }
    out.journal(new Step.Ended(id, seq(call, now), now, call.talking() ? Ending.TALKED : untalked));
    if (call.talking()) {
      call.seen().phone().flatMap(roster::find).ifPresent(agent -> roster.talked(agent, now));
    }
    return true;
  }

  Set<CallId> ids() {
    return Set.copyOf(found.keySet());
  }

  /** Takes a whole look: a call that is not in it is gone. Gives those that are. */
  List<CallId> retain(Set<CallId> live, Instant now) {
    List<CallId> gone = found.keySet().stream().filter(call -> !live.contains(call)).toList();
    gone.forEach(call -> ended(call, Ending.UNSEEN, now));
    return gone;
  }

  private static long seq(Found call, Instant now) {
    return Math.max(call.nextSeq(), now.toEpochMilli());
  }
}
