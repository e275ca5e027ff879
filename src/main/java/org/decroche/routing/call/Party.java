package org.decroche.routing.call;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/**
 * One of ours who talks on a call.
 *
 * @param offer by which they came to it
 * @param channel their phone's, by its name or unique id; empty when Asterisk was not seen when
 *     they picked up
 * @param since when they picked up
 */
public record Party(Offer offer, String name, Optional<String> channel, Instant since) {
  public AgentId agent() {
    return offer.agent();
  }
}
