package org.decroche.store;

import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * A customer's matter.
 *
 * @param customerWords the matter as the customer told it
 * @param notes newest first
 */
public record CustomerCase(
    long id,
    long customer,
    String title,
    @Nullable String customerWords,
    Status status,
    AgentId owner,
    String ownerName,
    Instant openedAt,
    Instant touchedAt,
    List<Note> notes) {
  public CustomerCase {
    notes = List.copyOf(notes);
  }

  public enum Status {
    OPEN,
    /** For the customer. Still open when they call. */
    WAITING,
    CLOSED
  }

  /** A line somebody wrote. Lines are added, never rewritten. */
  public record Note(long id, Instant at, AgentId author, String authorName, String text) {}

  /** What one may write of a case. */
  public record Details(String title, @Nullable String customerWords, AgentId owner) {}
}
