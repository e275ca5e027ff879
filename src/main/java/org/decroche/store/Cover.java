package org.decroche.store;

import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/**
 * How an agent's calls go on without them, or without their desk.
 *
 * @param deputy who stands in when they are off or away; never themselves, nor a ring of people
 * @param worksWithoutDesk a closed browser does not make them away
 */
public record Cover(Optional<AgentId> deputy, boolean worksWithoutDesk) {
  /** Nobody, and a desk is needed. */
  public static final Cover NONE = new Cover(Optional.empty(), false);
}
