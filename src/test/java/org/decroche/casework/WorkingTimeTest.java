package org.decroche.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.Hours;
import org.junit.jupiter.api.Test;

class WorkingTimeTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Hours weekdays(Holidays holidays, Hours.Closure... closures) {
    Map<DayOfWeek, List<Hours.Span>> week = new EnumMap<>(DayOfWeek.class);
    for (int day = 1; day <= 5; day++) {
      week.put(
          DayOfWeek.of(day),
          List.of(
              new Hours.Span(LocalTime.of(9, 0), LocalTime.of(12, 0)),
              new Hours.Span(LocalTime.of(14, 0), LocalTime.of(18, 0))));
    }
    return new Hours(PARIS, week, holidays, Set.of(), List.of(closures));
  }

  private static Instant paris(String wall) {
    return java.time.LocalDateTime.parse(wall).atZone(PARIS).toInstant();
  }

  private static Instant due(String from, Hours hours) {
    return WorkingTime.after(paris(from), HOUR, hours);
  }

  @Test
  void aDoorThatIsAlwaysOpenCountsEveryHour() {
    assertThat(due("2026-11-25T23:30:00", Hours.ALWAYS)).isEqualTo(paris("2026-11-26T00:30:00"));
  }

  @Test
  void insideTheHoursItIsAnHourLater() {
    assertThat(due("2026-11-25T10:00:00", weekdays(Holidays.NONE)))
        .isEqualTo(paris("2026-11-25T11:00:00"));
  }

  @Test
  void exactlyUntilTheClosingIsStillInTime() {
    assertThat(due("2026-11-25T11:00:00", weekdays(Holidays.NONE)))
        .isEqualTo(paris("2026-11-25T12:00:00"));
  }

  @Test
  void lunchDoesNotCount() {
    assertThat(due("2026-11-25T11:40:00", weekdays(Holidays.NONE)))
        .isEqualTo(paris("2026-11-25T14:40:00"));
  }

  @Test
  void aCallAtNightIsDueAfterTheOpening() {
    assertThat(due("2026-11-25T22:00:00", weekdays(Holidays.NONE)))
        .isEqualTo(paris("2026-11-26T10:00:00"));
  }

  @Test
  void theWeekendAndHolidaysAreLeftOut() {
    assertThat(due("2026-12-24T17:30:00", weekdays(Holidays.FRANCE)))
        .isEqualTo(paris("2026-12-28T09:30:00"));
  }

  @Test
  void aNightTheClocksChangeIsNoHourOfWork() {
    assertThat(due("2026-10-23T17:30:00", weekdays(Holidays.NONE)))
        .isEqualTo(paris("2026-10-26T09:30:00"));
  }

  @Test
  void aLongDueTimeGoesOverSeveralDays() {
    assertThat(
            WorkingTime.after(
                paris("2026-11-25T16:00:00"), Duration.ofHours(10), weekdays(Holidays.NONE)))
        .isEqualTo(paris("2026-11-27T10:00:00"));
  }

  @Test
  void aDoorThatNeverOpensAgainIsStillDueSomeDay() {
    Hours shut =
        weekdays(
            Holidays.NONE,
            new Hours.Closure(paris("2026-11-01T00:00:00"), paris("2046-11-01T00:00:00")));

    assertThat(due("2026-11-25T10:00:00", shut)).isEqualTo(paris("2026-11-25T11:00:00"));
  }
}
