package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
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
    Standing standing) {

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
