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
   * @param outside the number at which they are rung, there to press a key, instead of at their own
   *     phone
   */
  record Colleague(
      LegId leg,
      AgentId by,
      Offer offer,
      String name,
      Optional<Long> movesCase,
      Optional<PhoneNumber> outside)
      implements Invitation {}

  /** A number outside, over the trunk. */
  record Outsider(LegId leg, AgentId by, PhoneNumber number) implements Invitation {}
}
