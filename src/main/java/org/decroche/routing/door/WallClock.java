package org.decroche.routing.door;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The clock on the wall. A time that daylight saving skips is the moment of the change; of a time
 * that comes twice, something begins at its first coming and ends at its last, so that nobody is
 * shut out by the clock.
 */
final class WallClock {
  private WallClock() {}

  /** When something begins that begins at this time. */
  static Instant begins(ZoneId zone, LocalDateTime wall) {
    return at(zone, wall).withEarlierOffsetAtOverlap().toInstant();
  }

  /** When something ends that ends at this time. */
  static Instant ends(ZoneId zone, LocalDateTime wall) {
    return at(zone, wall).withLaterOffsetAtOverlap().toInstant();
  }

  private static ZonedDateTime at(ZoneId zone, LocalDateTime wall) {
    ZoneOffsetTransition change = zone.getRules().getTransition(wall);
    return change != null && change.isGap()
        ? change.getInstant().atZone(zone) // by itself, a time would be as much later as is skipped
        : wall.atZone(zone);
  }
}
