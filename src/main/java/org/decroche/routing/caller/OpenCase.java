package org.decroche.routing.caller;

import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;

/**
 * A customer's open case, as the desk shows it.
 *
 * @param customerWords the matter as the customer says it; empty when nobody wrote it down
 * @param touchedAt the last time anybody did something on it
 * @param notes the last ones, newest first
 */
public record OpenCase(
    long id,
    String title,
    String customerWords,
    AgentId owner,
    String ownerName,
    Instant openedAt,
    Instant touchedAt,
    List<CaseNote> notes) {
  public OpenCase {
    notes = List.copyOf(notes);
  }
}
