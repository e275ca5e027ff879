package org.decroche.routing.call;

import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegId;

/** Somebody whose phone rings so that they join a conversation. The leg is theirs. */
public sealed interface Invitation {
  LegId leg();

  /** Who of those talking asked for them. */
  AgentId by();

  /**
   * One of ours.
   *
   * @param movesCase the case that becomes theirs when they pick up
   */
  record Colleague(LegId leg, AgentId by, Offer offer, String name, Optional<Long> movesCase)
      implements Invitation {}

  /** A number outside, over the trunk. */
  record Outsider(LegId leg, AgentId by, PhoneNumber number) implements Invitation {}
}
