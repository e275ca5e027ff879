package org.decroche.store;

import java.util.List;
import org.decroche.routing.door.TeamId;

/** How an agent shall be from now on, whole. */
public record AgentChange(String name, Role role, boolean disabled, List<TeamId> teams) {
  public AgentChange {
    teams = List.copyOf(teams);
  }
}
