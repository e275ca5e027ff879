package org.decroche.routing;

import java.util.Optional;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.WaitingCaller;

/** Tells agents who are busy that a caller of theirs waits, and what became of them. */
final class Theirs {
  private final Roster roster;
  private final Outbox out;

  Theirs(Roster roster, Outbox out) {
    this.roster = roster;
    this.out = out;
  }

  void wait(Call call, Stream<Agent> busyWhoKnow) {
    busyWhoKnow
        .map(Agent::id)
        .filter(call.told()::add)
        .forEach(agent -> out.add(new Effect.ShowCallerWaiting(agent, card(call))));
  }

  /** Their card says so from now on, and is enough. */
  void offered(Call call, AgentId agent) {
    call.told().remove(agent);
  }

  void taken(Call call, AgentId by) {
    offered(call, by);
    gone(call, roster.find(by).map(agent -> agent.profile().name()));
  }

  void gaveUp(Call call) {
    gone(call, Optional.empty());
  }

  private void gone(Call call, Optional<String> takenBy) {
    call.told().forEach(agent -> out.add(new Effect.ShowCallerGone(agent, call.id(), takenBy)));
    call.told().clear();
  }

  private static WaitingCaller card(Call call) {
    return new WaitingCaller(
        call.id(), call.door(), call.number(), call.customerName(), call.arrivedAt());
  }
}
