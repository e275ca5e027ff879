package org.decroche.routing.caller;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;

/** The last time somebody of ours really talked with this caller, and who. */
public record LastTalk(AgentId agent, Instant at) {}
