package org.decroche.routing.agent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;

/**
 * What the store knows of an agent.
 *
 * @param availability what they had chosen last
 * @param since when they chose it; a ready agent has been idle at least since then
 * @param deputy who stands in for them when they are off or away
 * @param deskless their phone works without a desk: no desk in a browser is no reason to be away
 * @param outside where their calls ring instead of at their own phone: a mobile, or at home
 */
public record AgentProfile(
    AgentId id,
    String name,
    Phone phone,
    Set<TeamId> teams,
    Availability availability,
    Instant since,
    Optional<AgentId> deputy,
    boolean deskless,
    Optional<PhoneNumber> outside) {
  public AgentProfile {
    teams = Set.copyOf(teams);
  }

  /** Somebody whose calls ring at their own phone. */
  public AgentProfile(
      AgentId id,
      String name,
      Phone phone,
      Set<TeamId> teams,
      Availability availability,
      Instant since,
      Optional<AgentId> deputy,
      boolean deskless) {
    this(id, name, phone, teams, availability, since, deputy, deskless, Optional.empty());
  }

  /** The same person, rung at a number outside. */
  public AgentProfile ringingOutside(PhoneNumber number) {
    return new AgentProfile(
        id, name, phone, teams, availability, since, deputy, deskless, Optional.of(number));
  }

  /** The same person, rung at their own phone. */
  public AgentProfile ringingAtTheirOwn() {
    return new AgentProfile(id, name, phone, teams, availability, since, deputy, deskless);
  }

  /** Somebody with a phone and nothing else: no deputy, no desk. */
  public AgentProfile(
      AgentId id,
      String name,
      Phone phone,
      Set<TeamId> teams,
      Availability availability,
      Instant since) {
    this(id, name, phone, teams, availability, since, Optional.empty(), true);
  }
}
