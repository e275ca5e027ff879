package org.decroche.routing.door;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a front door is open, by the clock on its wall.
 *
 * <p>Daylight saving is the zone's: a time that the change skips is the moment of the change, a
 * time that comes twice is its first coming for an opening and its last for a closing, so that
 * nobody is shut out by the clock.
 *
 * @param week the open spans of each day; a day that is not named is closed
 * @param holidays the public holidays on which it is closed all day
 * @param closedDays other days on which it is closed all day
 * @param closures one-off closures
 */
public record Hours(
    ZoneId zone,
    Map<DayOfWeek, List<Span>> week,
    Holidays holidays,
    Set<LocalDate> closedDays,
    List<Closure> closures) {

  /** One span of a day; {@code to} is {@link LocalTime#MAX} for an end at midnight. */
  public record Span(LocalTime from, LocalTime to) {
    /**
     * @throws IllegalArgumentException when it does not end after it begins
     */
    public Span {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a span of hours ends after it begins");
      }
    }
  }

  /** Closed from this moment until that one. */
  public record Closure(Instant from, Instant until) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /** A door without hours of its own. */
  public static final Hours ALWAYS =
      new Hours(ZoneId.of("UTC"), Map.of(), Holidays.NONE, Set.of(), List.of());

  /**
   * The longest that an opening is looked for; a door closed for longer is looked at again then.
   */
  private static final int DAYS_AHEAD = 400;

  public Hours {
    week = Map.copyOf(week);
    closedDays = Set.copyOf(closedDays);
    closures = List.copyOf(closures);
  }

  private boolean hasWeek() {
    return !week.isEmpty();
  }

  /** Tells whether the door is open at this moment. */
  public boolean isOpen(Instant at) {
    if (equals(ALWAYS)) {
      return true; // the common case, asked for every decision
    }
    if (closures.stream().anyMatch(closure -> closure.covers(at))) {
      return false;
    }
    LocalDate day = at.atZone(zone).toLocalDate();
    if (isHoliday(day)) {
      return false;
    }
    return !hasWeek()
        || spans(day)
            .anyMatch(span -> !at.isBefore(opens(day, span)) && at.isBefore(closes(day, span)));
  }

  /**
   * The next moment after this one at which the door opens or closes.
   *
   * @return empty when it does neither within 400 days
   */
  public Optional<Instant> nextChange(Instant after) {
    if (equals(ALWAYS)) {
      return Optional.empty();
    }
    boolean now = isOpen(after);
    LocalDate today = after.atZone(zone).toLocalDate();
    return today
        .datesUntil(today.plusDays(DAYS_AHEAD))
        .flatMap(day -> edges(day).filter(edge -> edge.isAfter(after)).sorted())
        .filter(edge -> isOpen(edge) != now)
        .findFirst();
  }

  /**
   * The next moment, this one included, at which the door is open; empty as {@link #nextChange}.
   */
  public Optional<Instant> nextOpening(Instant from) {
    return isOpen(from) ? Optional.of(from) : nextChange(from);
  }

  /** Every moment of this day at which the door may open or close. */
  private Stream<Instant> edges(LocalDate day) {
    return Stream.concat(
        Stream.of(day.atStartOfDay(zone).toInstant()),
        Stream.concat(
            spans(day).flatMap(span -> Stream.of(opens(day, span), closes(day, span))),
            closures.stream()
                .flatMap(closure -> Stream.of(closure.from(), closure.until()))
                .filter(edge -> edge.atZone(zone).toLocalDate().equals(day))));
  }

  private Stream<Span> spans(LocalDate day) {
    return week.getOrDefault(day.getDayOfWeek(), List.of()).stream();
  }

  private boolean isHoliday(LocalDate day) {
    return closedDays.contains(day) || holidays.include(day);
  }

  private Instant opens(LocalDate day, Span span) {
    return WallClock.begins(zone, day.atTime(span.from()));
  }

  private Instant closes(LocalDate day, Span span) {
    return span.to().equals(LocalTime.MAX)
        ? day.plusDays(1).atStartOfDay(zone).toInstant()
        : WallClock.ends(zone, day.atTime(span.to()));
  }
}
