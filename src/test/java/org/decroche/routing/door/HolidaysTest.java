package org.decroche.routing.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "1981-04-19",
    "2008-03-23",
    "2011-04-24",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2038-04-25",
    "2285-03-22"
  })
  void easterFallsWhereTheAlmanacHasIt(LocalDate sunday) {
    assertThat(Holidays.easter(sunday.getYear())).isEqualTo(sunday);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-07-14",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25"
      })
  void theElevenFrenchHolidaysOf2026(String day) {
    assertThat(Holidays.FRANCE.include(LocalDate.parse(day))).isTrue();
    assertThat(Holidays.ALSACE_MOSELLE.include(LocalDate.parse(day))).isTrue();
    assertThat(Holidays.NONE.include(LocalDate.parse(day))).isFalse();
  }

  @Test
  void andNoOtherDayOfThatYear() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    List<LocalDate> all =
        first.datesUntil(first.plusYears(1)).filter(Holidays.FRANCE::include).toList();
    assertThat(all).hasSize(11);
  }

  @Test
  void alsaceAndMoselleHaveTwoMore() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    assertThat(
            first
                .datesUntil(first.plusYears(1))
                .filter(Holidays.ALSACE_MOSELLE::include)
                .filter(day -> !Holidays.FRANCE.include(day)))
        .containsExactly(LocalDate.of(2026, 4, 3), LocalDate.of(2026, 12, 26));
  }
}
