package org.decroche.routing;

import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Standing;
import org.decroche.routing.call.Reason;

/** Who answers, and why. */
record Choice(Agent agent, Reason reason) {
  /** Whoever is on call is rung whatever they chose. */
  Standing standing() {
    return reason instanceof Reason.OnCall ? agent.phoneStanding() : agent.standing();
  }
}
