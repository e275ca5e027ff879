package org.decroche.asterisk.dialplan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.decroche.asterisk.agi.Numbers;
import org.decroche.engine.Unwatched;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;

/**
 * One line of the dialplan's notes (asterisk-config/extensions.conf). Its fields were filtered
 * there and are not believed here: a line that has not exactly the shape of one is none.
 */
record Line(Numbers numbers) {
  static final int LONGEST = 500;

  private static final Pattern CALL = Pattern.compile("[A-Za-z0-9._-]{1,150}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,9})?");
  private static final Pattern DOOR = Pattern.compile("[0-9+a-zA-Z]{0,64}");
  private static final Pattern CALLER = Pattern.compile("[0-9a-zA-Z+*#./_@ -]{0,64}");

  /** Empty when the line says nothing that we understand. */
  Optional<Unwatched> read(String line) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    String[] field = line.split("\\|", -1);
    if (field.length < 3
        || !CALL.matcher(field[1]).matches()
        || !SECONDS.matcher(field[2]).matches()) {
      return Optional.empty();
    }
    CallId call = new CallId(field[1]);
    Instant at = instant(field[2]);
    return switch (field[0] + field.length) {
      case "began6" ->
          caller(at, field)
              .map(who -> new Unwatched.Began(call, at, who.arrivedAt(), who.door(), who.number()));
      case "answered4" ->
          Phone.isName(field[3])
              ? Optional.of(new Unwatched.Answered(call, at, new Phone(field[3])))
              : Optional.empty();
      case "left4" ->
          Phone.isName(field[3])
              ? Optional.of(new Unwatched.Left(call, at, new Phone(field[3])))
              : Optional.empty();
      case "ended6" ->
          caller(at, field)
              .map(who -> new Unwatched.Ended(call, at, who.arrivedAt(), who.door(), who.number()));
      default -> Optional.empty();
    };
  }

  private record Who(Instant arrivedAt, Optional<FrontDoorId> door, CallerNumber number) {}

  private Optional<Who> caller(Instant at, String[] field) {
    if (!DOOR.matcher(field[3]).matches()
        || !CALLER.matcher(field[4]).matches()
        || !SECONDS.matcher(field[5]).matches()) {
      return Optional.empty();
    }
    Instant arrivedAt = instant(field[5]);
    Optional<FrontDoorId> door = numbers.door(field[3]);
    return Optional.of(
        new Who(arrivedAt.isAfter(at) ? at : arrivedAt, door, numbers.caller(field[4], door)));
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochMilli(new BigDecimal(seconds).movePointRight(3).longValue());
  }
}
