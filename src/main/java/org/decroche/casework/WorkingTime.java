package org.decroche.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.door.Hours;

/** Time as people who keep hours count it. */
public final class WorkingTime {
  private WorkingTime() {}

  /**
   * The moment at which so much time has passed while the door was open.
   *
   * <p>Whoever called in the night is due an hour after the opening, not in the night. A door that
   * does not open within the 400 days that {@link Hours} looks ahead counts every hour: a debt must
   * be due some day.
   *
   * @param open more than nothing
   */
  public static Instant after(Instant from, Duration open, Hours hours) {
    Instant now = from;
    Duration left = open;
    while (true) {
      Optional<Instant> opening = hours.nextOpening(now);
      if (opening.isEmpty()) {
        return now.plus(left);
      }
      now = opening.get();
      Optional<Instant> closing = hours.nextChange(now);
      Instant end = now.plus(left);
      if (closing.isEmpty() || !closing.get().isBefore(end)) {
        return end;
      }
      left = left.minus(Duration.between(now, closing.get()));
      now = closing.get();
    }
  }
}
