package org.decroche.web.api;

import java.util.Optional;
import org.decroche.numbers.Destination;
import org.decroche.numbers.OutwardNumbers;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.FrontDoors;
import org.decroche.web.json.NumberJson;

/**
 * The number outside at which an agent is rung. Judged like a call out, for each call to them is
 * one, and the house pays it.
 */
record OutsideNumber(OutwardNumbers outward, FrontDoors doors, NumberJson numbers) {
  private static final String FIELD = "outsideNumber";

  /**
   * Reads it.
   *
   * @param stands what is set already: it stays when nobody changes it, whatever became of the
   *     house's destinations since, so that a name can be put right
   * @throws Refusal naming the field, when it may not be called or is one of ours
   */
  PhoneNumber read(String text, Optional<PhoneNumber> stands) {
    Optional<PhoneNumber> unchanged = numbers.read(text).filter(number -> isSame(number, stands));
    return unchanged.orElseGet(() -> judged(text));
  }

  private PhoneNumber judged(String text) {
    PhoneNumber number =
        switch (outward.destination(text)) {
          case Destination.Callable(PhoneNumber callable) -> callable;
          case Destination.Refused(Destination.Why why) ->
              throw refusal(why).because(why, Optional.empty());
        };
    if (doors.all().stream().anyMatch(door -> door.settings().number().equals(number))) {
      // It would ring us in a circle.
      throw Refusal.wrong(FIELD, "outsideNumber is a front door of ours.");
    }
    return number;
  }

  private static Refusal refusal(Destination.Why why) {
    return switch (why) {
      case NO_NUMBER -> Refusal.wrong(FIELD, "outsideNumber is not a public phone number.");
      case EMERGENCY ->
          Refusal.wrong(FIELD, "outsideNumber is an emergency number: nobody is rung there.");
      case PREMIUM ->
          Refusal.wrong(FIELD, "outsideNumber costs more than a call: nobody is rung there.");
      case NOT_ALLOWED ->
          Refusal.wrong(
              FIELD,
              "outsideNumber is not among the destinations that may be called; add its beginning to"
                  + " those of the house first.");
      case NO_TRUNK ->
          Refusal.conflict(
              FIELD,
              "Nobody can be rung outside: no provider is set for calls out (DECROCHE_TRUNK_SERVER).");
    };
  }

  private static boolean isSame(PhoneNumber number, Optional<PhoneNumber> stands) {
    return stands.filter(number::equals).isPresent();
  }
}
