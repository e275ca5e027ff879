package org.decroche.routing.door;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.decroche.routing.door.Hours.Closure;
import org.decroche.routing.door.Hours.Span;
import org.junit.jupiter.api.Test;

/** By the clock on the wall in Paris, unless told otherwise. Mondays: 2026-11-23, 2026-12-21. */
class HoursTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Hours MONDAYS =
      week(Map.of(MONDAY, List.of(span("09:00", "12:30"), span("14:00", "18:00"))));

  private static Hours week(Map<DayOfWeek, List<Span>> week) {
    return new Hours(PARIS, week, Holidays.FRANCE, Set.of(), List.of());
  }

  private static Span span(String from, String to) {
    return new Span(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Instant paris(String wall) {
    return LocalDateTime.parse(wall).atZone(PARIS).toInstant();
  }

  @Test
  void openFromTheFirstMinuteToBeforeTheLast() {
    assertThat(MONDAYS.isOpen(paris("2026-11-23T08:59:59.999"))).isFalse();
    assertThat(MONDAYS.isOpen(paris("2026-11-23T09:00"))).isTrue();
    assertThat(MONDAYS.isOpen(paris("2026-11-23T12:29:59.999"))).isTrue();
    assertThat(MONDAYS.isOpen(paris("2026-11-23T12:30"))).isFalse();
    assertThat(MONDAYS.isOpen(paris("2026-11-24T10:00"))).as("a Tuesday").isFalse();
  }

  @Test
  void theNextChangeIsTheNextOpeningOrClosing() {
    assertThat(MONDAYS.nextChange(paris("2026-11-23T10:00"))).contains(paris("2026-11-23T12:30"));
    assertThat(MONDAYS.nextChange(paris("2026-11-23T12:30"))).contains(paris("2026-11-23T14:00"));
    assertThat(MONDAYS.nextChange(paris("2026-11-23T18:00"))).contains(paris("2026-11-30T09:00"));
    assertThat(MONDAYS.nextOpening(paris("2026-11-23T10:00"))).contains(paris("2026-11-23T10:00"));
    assertThat(MONDAYS.nextOpening(paris("2026-11-24T10:00"))).contains(paris("2026-11-30T09:00"));
  }

  @Test
  void anEveningToMidnightGoesOnIntoTheNextDay() {
    Hours night =
        week(
            Map.of(
                MONDAY, List.of(new Span(LocalTime.of(20, 0), LocalTime.MAX)),
                TUESDAY, List.of(span("00:00", "02:00"))));
    assertThat(night.isOpen(paris("2026-11-23T23:59:59.999999999"))).isTrue();
    assertThat(night.isOpen(paris("2026-11-24T00:00"))).isTrue();
    assertThat(night.nextChange(paris("2026-11-23T21:00"))).contains(paris("2026-11-24T02:00"));
  }

  @Test
  void aSpanThatDoesNotEndAfterItBeginsIsNone() {
    assertThatThrownBy(() -> span("18:00", "02:00")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> span("09:00", "09:00")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPublicHolidayIsClosedAllDay() {
    assertThat(MONDAYS.isOpen(paris("2026-04-06T10:00"))).as("Easter Monday").isFalse();
    assertThat(MONDAYS.isOpen(paris("2026-04-13T10:00"))).isTrue();
    assertThat(MONDAYS.nextOpening(paris("2026-04-06T10:00"))).contains(paris("2026-04-13T09:00"));
  }

  @Test
  void anotherClosedDayAndAOneOffClosureAreClosedToo() {
    Hours hours =
        new Hours(
            PARIS,
            MONDAYS.week(),
            Holidays.NONE,
            Set.of(LocalDate.of(2026, 12, 21)),
            List.of(new Closure(paris("2026-11-23T10:00"), paris("2026-11-23T11:00"))));
    assertThat(hours.isOpen(paris("2026-12-21T10:00"))).isFalse();
    assertThat(hours.isOpen(paris("2026-11-23T10:00"))).isFalse();
    assertThat(hours.isOpen(paris("2026-11-23T11:00"))).isTrue();
    assertThat(hours.nextChange(paris("2026-11-23T09:30"))).contains(paris("2026-11-23T10:00"));
    assertThat(hours.nextChange(paris("2026-11-23T10:30"))).contains(paris("2026-11-23T11:00"));
  }

  @Test
  void withoutWeeklyHoursItIsOpenButForHolidaysAndClosures() {
    Hours hours = week(Map.of());
    assertThat(hours.isOpen(paris("2026-11-22T03:00"))).isTrue();
    assertThat(hours.isOpen(paris("2026-12-25T03:00"))).isFalse();
    assertThat(hours.nextChange(paris("2026-12-25T03:00"))).contains(paris("2026-12-26T00:00"));
    assertThat(Hours.ALWAYS.isOpen(paris("2026-12-25T03:00"))).isTrue();
    assertThat(Hours.ALWAYS.nextChange(paris("2026-12-25T03:00"))).isEmpty();
  }

  @Test
  void inSpringTheHourThatIsSkippedIsTheMomentOfTheChange() {
    // On 2026-03-29 the clocks go from 02:00 to 03:00.
    Hours early = week(Map.of(SUNDAY, List.of(span("02:30", "05:00"))));
    Instant change = Instant.parse("2026-03-29T01:00:00Z");
    assertThat(early.isOpen(change.minusMillis(1))).isFalse();
    assertThat(early.isOpen(change)).isTrue();
    assertThat(early.nextChange(change.minusSeconds(60))).contains(change);
    assertThat(early.isOpen(Instant.parse("2026-03-29T02:59:59Z"))).isTrue();
    assertThat(early.isOpen(Instant.parse("2026-03-29T03:00:00Z"))).as("05:00 in Paris").isFalse();
  }

  @Test
  void inAutumnTheHourThatComesTwiceIsOpenBothTimes() {
    // On 2026-10-25 the clocks go from 03:00 back to 02:00.
    Hours early = week(Map.of(SUNDAY, List.of(span("02:15", "02:45"))));
    assertThat(early.isOpen(Instant.parse("2026-10-25T00:14:59Z"))).isFalse();
    assertThat(early.isOpen(Instant.parse("2026-10-25T00:15:00Z"))).as("first coming").isTrue();
    assertThat(early.isOpen(Instant.parse("2026-10-25T01:44:59Z"))).as("second coming").isTrue();
    assertThat(early.isOpen(Instant.parse("2026-10-25T01:45:00Z"))).isFalse();
  }

  @Test
  void aDoorThatIsClosedForYearsHasNoNextOpening() {
    Hours closed =
        new Hours(
            PARIS,
            MONDAYS.week(),
            Holidays.NONE,
            Set.of(),
            List.of(new Closure(paris("2026-01-01T00:00"), paris("2036-01-01T00:00"))));
    assertThat(closed.nextOpening(paris("2026-11-23T10:00"))).isEmpty();
  }
}
