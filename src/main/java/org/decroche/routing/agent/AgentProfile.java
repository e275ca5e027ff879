package org.decroche.routing.agent;

import java.time.Instant;
import java.util.Set;
import org.decroche.routing.door.TeamId;

/**
 * What the store knows of an agent.
 *
 * @param availability what they had chosen last
 * @param since when they chose it; a ready agent has been idle at least since then
 */
public record AgentProfile(
    AgentId id,
    String name,
    Phone phone,
    Set<TeamId> teams,
    Availability availability,
    Instant since) {
  public AgentProfile {
    teams = Set.copyOf(teams);
  }
}
