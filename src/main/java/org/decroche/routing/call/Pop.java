package org.decroche.routing.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.why.Explanation;

/**
 * The card on an agent's desk: who calls, and why them.
 *
 * @param talking false while it rings
 * @param since when it began to ring, or to be talked
 * @param customer which of the people using this number it is, once known
 * @param others who else than this agent is on the line with the caller, or is rung to join
 * @param billed for how long the caller's side had been answered before a human was there: until
 *     the first one picked up, or while it rings, until it began to
 * @param explanation who was passed over before this agent
 */
public record Pop(
    OfferId offer,
    CallId call,
    boolean talking,
    Instant since,
    FrontDoor door,
    CallerNumber number,
    Recognition recognition,
    Optional<Long> customer,
    Reason why,
    List<Voice> others,
    Duration billed,
    Explanation explanation) {
  public Pop {
    others = List.copyOf(others);
  }

  /** With nobody else on the line, and nothing to tell but the reason. */
  public Pop(
      OfferId offer,
      CallId call,
      boolean talking,
      Instant since,
      FrontDoor door,
      CallerNumber number,
      Recognition recognition,
      Optional<Long> customer,
      Reason why) {
    this(
        offer,
        call,
        talking,
        since,
        door,
        number,
        recognition,
        customer,
        why,
        List.of(),
        Duration.ZERO,
        Explanation.NONE);
  }
}
