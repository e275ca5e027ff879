package org.decroche.store;

import java.time.Instant;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.jspecify.annotations.Nullable;

/**
 * What one of us said would be done for a customer.
 *
 * @param caseTitle the matter it belongs to, by name
 * @param call the id of the call on which it was made; null for one made without
 * @param ended when it was kept or found broken; null while it is open
 * @param why of a broken one
 */
public record Promise(
    long id,
    long caseId,
    String caseTitle,
    Person customer,
    String what,
    Agent by,
    Instant due,
    Instant made,
    @Nullable String call,
    State state,
    @Nullable Instant ended,
    @Nullable String why) {
  public enum State {
    OPEN,
    KEPT,
    BROKEN
  }

  /** Tells whether it should have been kept by now. */
  public boolean isLate(Instant now) {
    return state == State.OPEN && due.isBefore(now);
  }
}
