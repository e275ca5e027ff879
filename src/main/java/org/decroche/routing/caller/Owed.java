package org.decroche.routing.caller;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;

/**
 * Something that one of us owes this caller; the one due first, when there are several.
 *
 * @param what what it is
 * @param by who owes it
 * @param due by when
 */
public record Owed(What what, AgentId by, Instant due) {
  /** Kinds of what is owed. */
  public enum What {
    PROMISE,
    CALL_BACK
  }
}
