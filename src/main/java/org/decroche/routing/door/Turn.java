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

  /** The first span of it that begins on this day or later, if one does. */
  Optional<Span> firstFrom(LocalDate day);

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

    /** In what is left of its week, or else in its next one: weeks between are not looked at. */
    @Override
    public Optional<Span> firstFrom(LocalDate day) {
      int sinceItsWeek = weeksSinceItsWeek(day);
      return sinceItsWeek == 0
          ? inItsWeek(day).or(() -> inItsWeek(monday(day).plusWeeks(everyWeeks)))
          : inItsWeek(monday(day).plusWeeks(everyWeeks - sinceItsWeek));
    }

    /** From this day to the Sunday of its week, which is one of the turn's. */
    private Optional<Span> inItsWeek(LocalDate day) {
      for (int weekday = day.getDayOfWeek().getValue(); weekday <= 7; weekday++) {
        if (days.contains(DayOfWeek.of(weekday))) {
          LocalDate begins = day.plusDays(weekday - day.getDayOfWeek().getValue());
          return Optional.of(new Span(begins.atTime(from), until(begins)));
        }
      }
      return Optional.empty();
    }

    private boolean isItsWeek(LocalDate day) {
      return weeksSinceItsWeek(day) == 0;
    }

    private int weeksSinceItsWeek(LocalDate day) {
      return everyWeeks == 1
          ? 0
          : Math.floorMod(ChronoUnit.WEEKS.between(monday(weekOf), monday(day)), everyWeeks);
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
      return from.toLocalDate().equals(day) ? Optional.of(new Span(from, until)) : Optional.empty();
    }

    /**
     * Nothing once it is over: turns of last year stay in a rota, and must not cost much. A day
     * more is left, for the clock may be set back.
     */
    @Override
    public Optional<Span> lastBegunBefore(LocalDate day) {
      return from.toLocalDate().isBefore(day) && !until.toLocalDate().plusDays(1).isBefore(day)
          ? Optional.of(new Span(from, until))
          : Optional.empty();
    }

    @Override
    public Optional<Span> firstFrom(LocalDate day) {
      return from.toLocalDate().isBefore(day)
          ? Optional.empty()
          : Optional.of(new Span(from, until));
    }
  }
}
