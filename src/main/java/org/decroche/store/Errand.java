package org.decroche.store;

import java.time.Instant;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.jspecify.annotations.Nullable;

/**
 * What a third party owes us for a case.
 *
 * @param caseTitle the matter it belongs to, by name
 * @param owner whose case it is, and so who chases it
 * @param party who: a contractor, a warehouse, an insurer
 * @param contact how to reach them, as it was written down
 * @param chased how often somebody asked after it
 * @param lastChased when somebody did last; null when nobody has
 * @param ended when it was done or dropped; null while it is open
 * @param words what became of it, of one that ended
 */
public record Errand(
    long id,
    long caseId,
    String caseTitle,
    Person customer,
    Agent owner,
    String party,
    @Nullable String contact,
    String what,
    Instant due,
    Instant asked,
    int chased,
    @Nullable Instant lastChased,
    State state,
    @Nullable Instant ended,
    @Nullable String words) {
  public enum State {
    OPEN,
    DONE,
    /** It will not come, or is not needed any more. */
    DROPPED
  }

  /**
   * What one may write of an errand.
   *
   * @param due until when they owe it
   */
  public record Details(String party, @Nullable String contact, String what, Instant due) {}

  /** Tells whether it should have come by now. */
  public boolean isLate(Instant now) {
    return state == State.OPEN && due.isBefore(now);
  }
}
