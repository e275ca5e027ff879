package org.decroche.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.why.Foreseen;

/** Who would pick up if somebody called? */
public interface WhoWouldAnswer {
  /**
   * Blocks; a moment long past takes the longest.
   *
   * @param number empty for somebody who withholds it
   * @param at empty for now
   */
  Outlook ask(FrontDoorId door, Optional<PhoneNumber> number, Optional<Instant> at);

  /** What is known of that moment. */
  sealed interface Outlook {
    /**
     * From the first ring on.
     *
     * @param moments empty when there was no such front door
     */
    record Seen(Instant at, Basis basis, List<Foreseen> moments) implements Outlook {
      public Seen {
        moments = List.copyOf(moments);
      }
    }

    /** Nothing that it could be told from; one sentence says why. */
    record Unknown(String sentence) implements Outlook {}
  }

  /** What an answer goes by. */
  enum Basis {
    /** The people, phones and front doors of this moment. */
    NOW,
    /** The same, since nobody knows those of a time to come; only the hours are that time's. */
    FUTURE,
    /** What was recorded up to a past moment, played back. */
    RECORDED
  }
}
