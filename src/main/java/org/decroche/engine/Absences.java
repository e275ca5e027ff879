package org.decroche.engine;

import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AwayBecause;

/** Where it is written down that an agent is not where they said they were. */
public interface Absences {
  /**
   * Keeps it, tells their desk, and tells the core once more: what the agent chooses at the same
   * time and this must end as one. Blocks; called on a virtual thread.
   */
  void makeAway(AgentId agent, AwayBecause because);
}
