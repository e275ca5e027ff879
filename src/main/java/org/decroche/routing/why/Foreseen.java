package org.decroche.routing.why;

import java.time.Duration;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.Reason;

/**
 * What would be decided about a call that is not there.
 *
 * @param after how long its caller would have rung by then
 * @param choice whose phone would ring; empty for nobody's
 */
public record Foreseen(Duration after, Optional<Chosen> choice, Explanation explanation) {
  /** Who, and why. */
  public record Chosen(AgentId agent, String name, Reason reason) {}
}
