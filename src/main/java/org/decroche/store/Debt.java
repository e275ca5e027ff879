package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Door;
import org.decroche.store.CallRecord.Person;

/**
 * A caller nobody answered, to be called back.
 *
 * @param number the one they called from last
 * @param owner empty when nobody could be found for it
 * @param began when their first call arrived
 * @param missed when their last call arrived
 * @param rang how long that last call rang
 * @param calls how many calls they made, one at least
 * @param assignments who gave it to whom, the first one first
 */
public record Debt(
    long id,
    PhoneNumber number,
    Optional<Person> customer,
    Door door,
    Optional<Agent> owner,
    Instant began,
    Instant missed,
    Duration rang,
    int calls,
    Instant due,
    Standing standing,
    List<Assignment> assignments) {
  public Debt {
    assignments = List.copyOf(assignments);
  }

  /**
   * Somebody made it somebody's.
   *
   * @param from whose it was; empty when nobody's
   * @param by who did it
   */
  public record Assignment(Instant at, Optional<Agent> from, Agent to, Agent by) {}

  /** What became of it. */
  public sealed interface Standing {
    /** To be called back. */
    record Open() implements Standing {}

    /**
     * They have been talked with.
     *
     * @param by empty when Asterisk connected the call alone and the service learned no name
     */
    record Settled(Instant at, Optional<Agent> by) implements Standing {}

    record WrittenOff(Instant at, Agent by, String reason) implements Standing {}
  }

  /** Tells whether they should have been called back by now. */
  public boolean isLate(Instant now) {
    return standing instanceof Standing.Open && due.isBefore(now);
  }
}
