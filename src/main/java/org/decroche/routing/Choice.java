package org.decroche.routing;

import org.decroche.routing.agent.Agent;
import org.decroche.routing.call.Reason;

/** Who answers, and why. */
record Choice(Agent agent, Reason reason) {
  /** Their phone may ring now. Whoever is on call is rung whatever they chose. */
  boolean isFree() {
    return reason instanceof Reason.OnCall ? agent.canRing() : agent.isFree();
  }
}
