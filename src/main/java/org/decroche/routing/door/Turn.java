package org.decroche.routing.door;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;

/** One line of a rota: from when until when somebody is on call, by the clock on the wall. */
public sealed interface Turn {
  AgentId agent();

  /** The span of it that begins on this day, if one does. */
  Optional<Span> beginningOn(LocalDate day);

  /** The span of it that has begun by this day and may still last then, if one has. */
  Optional<Span> lastBegunBefore(LocalDate day);

  /** From this time until before that one. */
  record Span(LocalDateTime from, LocalDateTime until) {}

  /**
   * On these days of the week.
   *
   * @param to not after {@code from} is the next day's; {@link LocalTime#MAX} for the end of the
   *     day
   * @param everyWeeks 1 for every week, 2 for every other one; weeks begin on Monday, and a span
   *     belongs to the week in which it begins
   * @param weekOf a day in one of its weeks
   */
  record Weekly(
      Set<DayOfWeek> days,
      LocalTime from,
      LocalTime to,
      int everyWeeks,
      LocalDate weekOf,
      AgentId agent)
      implements Turn {
    /**
     * @throws IllegalArgumentException when it never comes
     */
    public Weekly {
      days = Set.copyOf(days);
      if (days.isEmpty() || everyWeeks < 1) {
        throw new IllegalArgumentException("a turn comes on some day of some week");
      }
    }

    @Override
    public Optional<Span> beginningOn(LocalDate day) {
      return days.contains(day.getDayOfWeek()) && isItsWeek(day)
          ? Optional.of(new Span(day.atTime(from), until(day)))
          : Optional.empty();
    }

    /** None lasts longer than a day. */
    @Override
    public Optional<Span> lastBegunBefore(LocalDate day) {
      return beginningOn(day.minusDays(1));
    }

    private boolean isItsWeek(LocalDate day) {
      return everyWeeks == 1
          || Math.floorMod(ChronoUnit.WEEKS.between(monday(weekOf), monday(day)), everyWeeks) == 0;
    }

    private LocalDateTime until(LocalDate day) {
      if (to.equals(LocalTime.MAX)) {
        return day.plusDays(1).atStartOfDay();
      }
      return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
    }

    private static LocalDate monday(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
  }

  /** Once: a holiday, a replacement. */
  record Once(LocalDateTime from, LocalDateTime until, AgentId agent) implements Turn {
    /**
     * @throws IllegalArgumentException when it does not end after it begins
     */
    public Once {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("a turn ends after it begins");
      }
    }

    @Override
    public Optional<Span> beginningOn(LocalDate day) {
      return Optional.of(new Span(from, until)).filter(one -> from.toLocalDate().equals(day));
    }

    @Override
    public Optional<Span> lastBegunBefore(LocalDate day) {
      return Optional.of(new Span(from, until)).filter(one -> from.toLocalDate().isBefore(day));
    }
  }
}
