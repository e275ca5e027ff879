package org.decroche.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;

/** Which call each agent has in hand: it rings at their phone, or they talk on it. */
final class InHand {
  private final Roster roster;
  private final Map<AgentId, Call> calls = new HashMap<>();

  InHand(Roster roster) {
    this.roster = roster;
  }

  Optional<Call> of(AgentId agent) {
    return Optional.ofNullable(calls.get(agent));
  }

  void offer(AgentId agent, Call call, Instant now) {
    calls.put(agent, call);
    engage(agent, Engagement.OFFERED, now);
  }

  /** The same, of somebody who is on the floor. */
  void offer(Agent agent, Call call, Instant now) {
    calls.put(agent.id(), call);
    roster.engage(agent, Engagement.OFFERED, now);
  }

  void talk(AgentId agent, Call call, Instant now) {
    calls.put(agent, call);
    engage(agent, Engagement.TALKING, now);
  }

  /** When it is still this call that they have. */
  void release(AgentId agent, Call call, Engagement next, Instant now) {
    if (calls.remove(agent, call)) {
      engage(agent, next, now);
    }
  }

  /** Somebody who left the floor with a call in hand, and came back to it, still has that call. */
  void takeBack(Instant now) {
    calls.forEach(
        (agent, call) ->
            engage(
                agent,
                call.conversation().party(agent).isPresent()
                    ? Engagement.TALKING
                    : Engagement.OFFERED,
                now));
  }

  void engage(AgentId agent, Engagement engagement, Instant now) {
    roster.find(agent).ifPresent(found -> roster.engage(found, engagement, now));
  }
}
