package org.decroche.routing;

import org.decroche.routing.agent.Agent;
import org.decroche.routing.call.Reason;

/** Who answers, and why. */
record Choice(Agent agent, Reason reason) {}
