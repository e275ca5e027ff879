package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.routing.agent.Roster;

/** Whether agents are where they said they are. Callers must not ring at an empty chair. */
final class Presence {
  private final Roster roster;
  private final Limits limits;
  private final Outbox out;
  // Of agents, known to the roster or not yet.
  private final Set<AgentId> atDesk = new HashSet<>();
  private final Map<AgentId, Instant> awaitedUntil = new HashMap<>();
  private House house = House.DEFAULT;

  Presence(Roster roster, Limits limits, Outbox out) {
    this.roster = roster;
    this.limits = limits;
    this.out = out;
  }

  void house(House decided, Instant now) {
    house = decided;
    // Those whose pages were open when we started need the time to find us again.
    List.copyOf(roster.all()).forEach(agent -> awaitDesk(agent, limits.desksBack(), now));
  }

  void chosen(Agent agent, Availability choice, Instant now) {
    roster.choose(agent, choice, now);
    out.add(new Effect.SetFallbackMember(agent.phone(), agent.isFallbackMember()));
    awaitDesk(agent, limits.desk(), now);
  }

  void desk(AgentId agent, boolean open, Instant now) {
    if (open) {
      atDesk.add(agent);
      awaitedUntil.remove(agent);
    } else if (atDesk.remove(agent)) {
      roster.find(agent).ifPresent(who -> awaitDesk(who, limits.desk(), now));
    }
  }

  /** Tells whether the agent counts as away from now on. */
  boolean deskAwaited(AgentId id, Instant now) {
    Instant until = awaitedUntil.get(id);
    if (until == null) {
      return false;
    }
    Duration left = Duration.between(now, until);
    // An earlier wait's timer, or one that rang early. No wait is longer than the longest: more
    // than that is left only when the clock was set back meanwhile.
    if (left.isPositive() && left.compareTo(limits.desksBack()) <= 0) {
      setTimer(id, left);
      return false;
    }
    awaitedUntil.remove(id);
    return roster
        .find(id)
        .filter(this::lacksDesk)
        .map(agent -> away(agent, AwayBecause.DESK_GONE, now))
        .orElse(false);
  }

  /** An offer rang out at their phone. Tells whether they count as away from now on. */
  boolean missed(Agent agent, Instant now) {
    roster.missed(agent);
    return house.missedOffers() > 0
        && agent.missed() >= house.missedOffers()
        && agent.availability() == Availability.READY
        && away(agent, AwayBecause.MISSED_CALLS, now);
  }

  private void awaitDesk(Agent agent, Duration time, Instant now) {
    if (lacksDesk(agent) && awaitedUntil.putIfAbsent(agent.id(), now.plus(time)) == null) {
      setTimer(agent.id(), time);
    }
  }

  private void setTimer(AgentId agent, Duration time) {
    out.add(new Effect.SetTimer(new Timer.DeskAwaited(agent), time));
  }

  private boolean lacksDesk(Agent agent) {
    return agent.availability() == Availability.READY
        && !agent.profile().deskless()
        && !atDesk.contains(agent.id());
  }

  private boolean away(Agent agent, AwayBecause because, Instant now) {
    roster.choose(agent, Availability.AWAY, now);
    out.add(new Effect.SetFallbackMember(agent.phone(), false));
    out.add(new Effect.MakeAway(agent.id(), because));
    return true;
  }
}
