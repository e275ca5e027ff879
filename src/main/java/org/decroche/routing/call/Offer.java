package org.decroche.routing.call;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;

/**
 * A call ringing at one agent.
 *
 * @param at when it was made
 * @param byMove the caller was moved to it by us, rather than told when it asked
 */
public record Offer(
    OfferId id, AgentId agent, Phone phone, Reason reason, Instant at, boolean byMove) {}
