package org.decroche.routing.out;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.caller.PhoneNumber;

/**
 * A call out as the desk of who makes it shows it.
 *
 * @param since when this state began
 * @param name who it is, when that is sure
 * @param debt the debt that is called back for
 * @param ending once it is over
 */
public record CallOutCard(
    CallId call,
    CallOutState state,
    Instant since,
    PhoneNumber number,
    Optional<Long> customer,
    Optional<String> name,
    Optional<Long> debt,
    Optional<Ending> ending) {

  /** Only the agent can tell whether a person answered. */
  public boolean isToJudge() {
    return ending.filter(Ending.TALKED::equals).isPresent();
  }
}
