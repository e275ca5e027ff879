package org.decroche.store;

import java.util.List;
import org.decroche.routing.door.TeamId;

/** How an agent shall be from now on, whole. */
public record AgentChange(
    String name, Role role, boolean disabled, List<TeamId> teams, Cover cover) {
  public AgentChange {
    teams = List.copyOf(teams);
  }

  /** Without a deputy, at a desk. */
  public AgentChange(String name, Role role, boolean disabled, List<TeamId> teams) {
    this(name, role, disabled, teams, Cover.NONE);
  }
}
