package org.decroche.routing.out;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;

/** A call out that counts for the limits of an hour: one that an agent made, or had us bring in. */
public record CallMade(AgentId by, Instant at) {}
