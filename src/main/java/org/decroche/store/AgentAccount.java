package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * An agent as stored. It holds no secret: neither the password's hash nor the phone's leaves the
 * store with it.
 *
 * @param phone empty for an administrator who takes no calls
 * @param deputy who stands in for them when they are off or away
 * @param worksWithoutDesk a closed browser does not make them away
 * @param outside where their calls ring instead of at their own phone; their private number
 * @param awayReason only while away
 * @param awayBecause only while away by no choice of theirs
 */
public record AgentAccount(
    AgentId id,
    String login,
    String name,
    Role role,
    Optional<Phone> phone,
    Availability availability,
    @Nullable String awayReason,
    @Nullable AwayBecause awayBecause,
    Instant since,
    boolean disabled,
    Optional<AgentId> deputy,
    boolean worksWithoutDesk,
    Optional<PhoneNumber> outside,
    List<TeamId> teams) {
  public AgentAccount {
    teams = List.copyOf(teams);
  }
}
