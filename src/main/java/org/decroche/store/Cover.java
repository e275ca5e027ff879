package org.decroche.store;

import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;

/**
 * How an agent's calls go on without them, without their desk, or without their own phone.
 *
 * @param deputy who stands in when they are off or away; never themselves, nor a ring of people
 * @param worksWithoutDesk a closed browser does not make them away
 * @param outside where their calls ring instead of at their own phone
 */
public record Cover(
    Optional<AgentId> deputy, boolean worksWithoutDesk, Optional<PhoneNumber> outside) {
  /** Nobody, and a desk is needed. */
  public static final Cover NONE = new Cover(Optional.empty(), false, Optional.empty());
}
