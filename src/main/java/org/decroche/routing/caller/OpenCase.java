package org.decroche.routing.caller;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/**
 * A customer's open case, as the desk shows it.
 *
 * @param customerWords the matter as the customer says it; empty when nobody wrote it down
 * @param touchedAt the last time anybody did something on it
 * @param notes the last ones, newest first
 * @param promise what was promised for it, the one due first
 */
public record OpenCase(
    long id,
    String title,
    String customerWords,
    AgentId owner,
    String ownerName,
    Instant openedAt,
    Instant touchedAt,
    List<CaseNote> notes,
    Optional<OpenPromise> promise) {
  /** The one with the promise due first; without promises, the one touched last. */
  public static final Comparator<OpenCase> MOST_PRESSING_FIRST =
      Comparator.comparing(OpenCase::promisedFor)
          .thenComparing(Comparator.comparing(OpenCase::touchedAt).reversed());

  public OpenCase {
    notes = List.copyOf(notes);
  }

  /** A case for which nothing was promised. */
  public OpenCase(
      long id,
      String title,
      String customerWords,
      AgentId owner,
      String ownerName,
      Instant openedAt,
      Instant touchedAt,
      List<CaseNote> notes) {
    this(id, title, customerWords, owner, ownerName, openedAt, touchedAt, notes, Optional.empty());
  }

  private Instant promisedFor() {
    return promise.map(OpenPromise::due).orElse(Instant.MAX);
  }
}
