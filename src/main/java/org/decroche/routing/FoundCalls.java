package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.leg.LegId;

/**
 * Calls that a look at Asterisk found and that have not asked us: an earlier run of ours wrote
 * their beginning, this one writes their end. {@link Resuming} makes conversations of them again.
 */
final class FoundCalls {
  /**
   * One of them.
   *
   * @param pickedUp by what offer somebody has picked up since it was found
   * @param says what is on record of it, once that is known
   */
  record Found(
      LiveCall seen,
      boolean talking,
      long nextSeq,
      Optional<Offer> pickedUp,
      Optional<Recalled.In> says) {
    long seq(Instant now) {
      return Math.max(nextSeq, now.toEpochMilli());
    }

    Found without(String channel) {
      return new Found(seen.without(channel), talking, nextSeq, pickedUp, says);
    }
  }

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
        new Found(call, talking, 0, Optional.empty(), Optional.empty()),
        (was, now) ->
            new Found(call, was.talking() || talking, was.nextSeq(), was.pickedUp(), was.says()));
    outside(call, talking ? PhoneState.IN_USE : PhoneState.RINGING);
  }

  Optional<Found> find(CallId id) {
    return Optional.ofNullable(found.get(id));
  }

  /** Those with a phone on the line, of which nobody has told yet what is on record. */
  Set<CallId> unrecalled() {
    return found.values().stream()
        .filter(call -> call.says().isEmpty())
        .filter(call -> call.talking() || call.seen().phone().isPresent())
        .map(call -> call.seen().call())
        .collect(Collectors.toSet());
  }

  void recalled(Recalled.In says) {
    found.computeIfPresent(
        says.call(),
        (id, was) ->
            new Found(was.seen(), was.talking(), was.nextSeq(), was.pickedUp(), Optional.of(says)));
  }

  /**
   * It asked, or goes on as a conversation: from now on it is a call like any other.
   *
   * @return the number its next step must have at least; 0 when it is not one of these
   */
  long forget(CallId id, Instant now) {
    Found call = found.remove(id);
    if (call == null) {
      return 0;
    }
    outside(call.seen(), PhoneState.IDLE);
    return call.seq(now);
  }

  void answered(CallId id, Phone phone, Optional<String> channel, Instant now) {
    Found call = found.get(id);
    if (call == null || call.talking()) {
      return;
    }
    Optional<Offer> by = roster.find(phone).map(agent -> offer(call, agent, now));
    by.ifPresent(
        offer ->
            out.journal(
                new Step.Answered(
                    id, call.seq(now), now, offer.id(), offer.agent(), Duration.ZERO)));
    LiveCall seen = call.seen();
    LiveCall talking =
        new LiveCall(
            id,
            seen.channel(),
            LiveCall.Where.TALKING,
            Optional.of(phone),
            channel,
            seen.line(),
            false,
            channel.map(name -> new LiveParty(name, Optional.of(phone))).stream().toList());
    found.put(id, new Found(talking, true, call.seq(now) + 1, by, call.says()));
    outside(talking, PhoneState.IN_USE);
  }

  /** Whose phone an earlier run of ours had ring for it, when that was all there was. */
  Optional<AgentId> rungFor(CallId id) {
    return find(id)
        .filter(call -> call.seen().where() == LiveCall.Where.OFFERED && !call.talking())
        .flatMap(call -> call.seen().phone())
        .flatMap(roster::find)
        .map(Agent::id);
  }

  /** Whoever has left since the look is not there to go on. */
  void left(CallId id, String channel) {
    found.computeIfPresent(id, (call, was) -> was.without(channel));
  }

  /** The same, of a leg of ours: whose call it was part of is not known yet. */
  void left(LegId leg) {
    found.replaceAll((call, was) -> was.without(leg.value()));
  }

  /** The one that they were given, as far as that is known. */
  private Offer offer(Found call, Agent agent, Instant now) {
    return call.says()
        .flatMap(says -> lastTo(agent.id(), says))
        .map(made -> Resuming.offer(made, agent.phone()))
        .orElseGet(
            () ->
                new Offer(
                    offering.nextId(),
                    agent.id(),
                    agent.phone(),
                    new Reason.Fallback(),
                    now,
                    false));
  }

  /** The last offer that was made to this agent. */
  static Optional<Recalled.Offered> lastTo(AgentId agent, Recalled.In says) {
    return says.offers().stream()
        .filter(made -> made.agent().equals(agent))
        .reduce((earlier, later) -> later);
  }

  /** Tells whether it was one of these. */
  boolean ended(CallId id, Ending untalked, Instant now) {
    Found call = found.remove(id);
    if (call == null) {
      return false;
    }
    out.journal(new Step.Ended(id, call.seq(now), now, call.talking() ? Ending.TALKED : untalked));
    if (call.talking()) {
      call.seen().phone().flatMap(roster::find).ifPresent(agent -> roster.talked(agent, now));
    }
    outside(call.seen(), PhoneState.IDLE);
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

  /** Asterisk reports phones of ours, and none outside. */
  private void outside(LiveCall call, PhoneState state) {
    call.phone()
        .flatMap(roster::find)
        // whoever has no number outside any more was in use by it, perhaps
        .filter(agent -> state == PhoneState.IDLE || agent.profile().outside().isPresent())
        .ifPresent(
            agent -> {
              roster.observeOutside(agent, state);
              if (state == PhoneState.IDLE) {
                offering.reconsider(); // somebody may wait for them
              }
            });
  }
}
