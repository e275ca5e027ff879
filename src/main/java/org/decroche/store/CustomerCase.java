package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.casework.CaseStatus;
import org.decroche.casework.Closing;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CallRecord.Agent;
import org.jspecify.annotations.Nullable;

/**
 * A customer's matter.
 *
 * @param version grows with each change of what stands here; what is only added does not count
 * @param standing how it stands
 * @param promise the open one that is due first
 * @param errand the open one that is due first
 * @param exceptions decided against a rule, the last one first
 * @param notes what was written for whoever reads it next, newest first; corrections and summaries
 *     of hand-overs too
 */
public record CustomerCase(
    long id,
    long customer,
    Details details,
    AgentId owner,
    String ownerName,
    int version,
    Standing standing,
    Instant openedAt,
    Instant touchedAt,
    Optional<Promised> promise,
    Optional<Awaited> errand,
    List<TimelineEntry> exceptions,
    List<Note> notes) {
  public CustomerCase {
    exceptions = List.copyOf(exceptions);
    notes = List.copyOf(notes);
  }

  /**
   * What one may write of a case.
   *
   * @param title in the customer's words, one line
   * @param customerWords the matter as the customer told it
   * @param effect what it does to them
   * @param technical what is technically wrong
   */
  public record Details(
      String title,
      @Nullable String customerWords,
      @Nullable String effect,
      @Nullable String technical) {}

  /**
   * Whose move it is.
   *
   * @param until of one that waits for the customer
   * @param closing of a closed one
   */
  public record Standing(CaseStatus status, Optional<Instant> until, Optional<Closed> closing) {}

  /**
   * The customer's word, and when the case was closed on it.
   *
   * @param heardBy by name
   */
  public record Closed(Instant at, Closing word, String heardBy) {}

  public record Promised(Agent by, Instant due) {}

  public record Awaited(String party, Instant due) {}

  /** A line somebody wrote. Lines are added, never rewritten. */
  public record Note(long id, Instant at, AgentId author, String authorName, String text) {}

  public String title() {
    return details.title();
  }

  public CaseStatus status() {
    return standing.status();
  }
}
