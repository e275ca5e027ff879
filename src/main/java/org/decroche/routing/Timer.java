package org.decroche.routing;

import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;

/**
 * What the core wants to be woken for. A timer that rings late, twice or for nothing is harmless.
 */
public sealed interface Timer {

  /** The look-up had its time. */
  record LookUpDeadline(CallId call) implements Timer {}

  /** Somebody who did not take this call may be asked again. */
  record RestOver(CallId call) implements Timer {}

  /** The end of an offer should have been reported by now. */
  record OfferOverdue(CallId call, OfferId offer) implements Timer {}

  /** By now, others may be offered this waiting call than before. */
  record ReachChanges(CallId call) implements Timer {}

  /** A caller has rung for as long as their front door lets them ring unanswered. */
  record LongWait(CallId call) implements Timer {}

  /** The agent had the time that the front door gives after a conversation. */
  record WrapUpOver(AgentId agent, CallId call) implements Timer {}

  /** A phone that has hung up should have been reported as idle by now. */
  record ReportMissing(AgentId agent) implements Timer {}

  /** An agent without a desk had the time to open it again. */
  record DeskAwaited(AgentId agent) implements Timer {}
}
