package org.decroche.engine;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;

/** What the dialplan did with a call by itself and wrote down for us. */
public sealed interface Unwatched {
  CallId call();

  Instant at();

  /**
   * The call went to the fallback for the first time.
   *
   * @param door empty when the number called is no door's
   */
  record Began(
      CallId call, Instant at, Instant arrivedAt, Optional<FrontDoorId> door, CallerNumber number)
      implements Unwatched {}

  /** A human picked up this phone; nothing had been billed before. */
  record Answered(CallId call, Instant at, Phone phone) implements Unwatched {}

  /** Whoever has this phone left a conversation of more than two. */
  record Left(CallId call, Instant at, Phone phone) implements Unwatched {}

  /**
   * Hung up, by either side, wherever in the dialplan the call was.
   *
   * @param door empty when the number called is no door's
   */
  record Ended(
      CallId call, Instant at, Instant arrivedAt, Optional<FrontDoorId> door, CallerNumber number)
      implements Unwatched {}
}
