package org.decroche.routing.call;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.TeamId;

/**
 * Who may be offered a call as things are now, free or not.
 *
 * @param people by name
 * @param teams whole teams
 * @param onCall the one person who is rung whatever they chose
 * @param until when the time alone changes it
 */
public record Reach(
    Set<AgentId> people, Set<TeamId> teams, Optional<AgentId> onCall, Optional<Instant> until) {
  /** Nobody, for good. */
  public static final Reach NOBODY =
      new Reach(Set.of(), Set.of(), Optional.empty(), Optional.empty());

  public Reach {
    people = Set.copyOf(people);
    teams = Set.copyOf(teams);
  }
}
