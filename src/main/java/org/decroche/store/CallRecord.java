package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jspecify.annotations.Nullable;

/**
 * A call as remembered.
 *
 * @param door the one that took the call, the first one for a number that is no front door; empty
 *     when the arrival was not seen
 * @param answeredAt null while nobody has, and for ever when nobody did
 * @param ending as the API spells it: {@code talked}, {@code gave-up}, {@code unseen}, or of a call
 *     out {@code busy}, {@code no-answer}, {@code failed}; null while it goes on
 * @param secondsBilledBeforeHuman zero is the promise
 * @param out of a call that we made; empty for a caller's
 * @param steps in order; empty in a list of calls
 */
public record CallRecord(
    CallId id,
    Optional<Door> door,
    CallerNumber number,
    Optional<Person> customer,
    Instant arrivedAt,
    @Nullable Instant answeredAt,
    Optional<Agent> answeredBy,
    @Nullable Instant endedAt,
    @Nullable String ending,
    int secondsBilledBeforeHuman,
    Optional<Out> out,
    List<Step> steps) {
  public CallRecord {
    steps = List.copyOf(steps);
  }

  /** A front door by name, and the country its numbers are shown for. */
  public record Door(FrontDoorId id, String name, String country) {}

  /**
   * What only a call has that we made.
   *
   * @param outcome what the agent says came of it, as the API spells it; null while they have not
   */
  public record Out(Optional<Agent> by, Optional<Long> debt, @Nullable String outcome) {}

  public record Person(long id, String name) {}

  public record Agent(AgentId id, String name) {}

  /**
   * One line.
   *
   * @param detail a JSON object; what is in it goes by the kind
   */
  public record Step(
      long seq,
      Instant at,
      String kind,
      Optional<Agent> agent,
      @Nullable Long offer,
      @Nullable String reason,
      String detail) {}
}
