package org.decroche.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.why.Foreseen;

/** Who would pick up if somebody called? */
public interface WhoWouldAnswer {
  /** Blocks; a moment long past takes the longest. */
  Outlook ask(Question question);

  /**
   * What is asked.
   *
   * @param number empty for somebody who withholds it
   * @param at empty for now
   * @param draft the front door as it would be, made of how it is: settings that nobody has saved
   */
  record Question(
      FrontDoorId door,
      Optional<PhoneNumber> number,
      Optional<Instant> at,
      UnaryOperator<FrontDoor> draft) {}

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
