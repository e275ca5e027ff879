package org.decroche.engine;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;

/** Whose a case is. */
public interface CaseOwners {
  /**
   * Makes it somebody else's, and notes who said so. A case closed or gone meanwhile stays as it
   * is. Blocks; called on a virtual thread.
   */
  void move(long caseId, AgentId to, AgentId by, Instant at);
}
