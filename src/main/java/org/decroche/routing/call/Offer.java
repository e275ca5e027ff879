package org.decroche.routing.call;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.why.Explanation;

/**
 * A call ringing at one agent.
 *
 * @param at when it was made
 * @param byMove the caller was moved to it by us, rather than told when it asked
 * @param explanation who was passed over before them
 */
public record Offer(
    OfferId id,
    AgentId agent,
    Phone phone,
    Reason reason,
    Instant at,
    boolean byMove,
    Explanation explanation) {
  /** By no rule. */
  public Offer(OfferId id, AgentId agent, Phone phone, Reason reason, Instant at, boolean byMove) {
    this(id, agent, phone, reason, at, byMove, Explanation.NONE);
  }
}
