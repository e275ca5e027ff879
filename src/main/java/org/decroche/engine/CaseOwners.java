package org.decroche.engine;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;

/** Whose a case is. */
public interface CaseOwners {
  /**
   * Makes it somebody else's, and notes who said so. A case closed or gone meanwhile stays as it
   * is. Blocks; called on a virtual thread.
   *
   * @param call the conversation that was handed over with it
   * @param summary what it is about, in the words of who handed over; may be empty
   */
  void move(long caseId, AgentId to, AgentId by, CallId call, String summary, Instant at);
}
