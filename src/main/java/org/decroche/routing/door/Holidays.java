package org.decroche.routing.door;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** A country's public holidays, where they can be computed. */
public enum Holidays {
  NONE {
    @Override
    public boolean include(LocalDate day) {
      return false;
    }
  },

  /** The eleven of the French labour code, article L3133-1. */
  FRANCE {
    @Override
    public boolean include(LocalDate day) {
      return FIXED_IN_FRANCE.contains(MonthDay.from(day)) || isByEaster(day);
    }

    private static boolean isByEaster(LocalDate day) {
      LocalDate easter = easter(day.getYear());
      return day.equals(easter.plusDays(1)) // Easter Monday
          || day.equals(easter.plusDays(39)) // Ascension
          || day.equals(easter.plusDays(50)); // Whit Monday
    }
  },

  /**
   * Those of {@link #FRANCE} and two more: Good Friday and 26 December, by local law since 1892.
   */
  ALSACE_MOSELLE {
    @Override
    public boolean include(LocalDate day) {
      return FRANCE.include(day)
          || day.equals(easter(day.getYear()).minusDays(2))
          || MonthDay.from(day).equals(MonthDay.of(12, 26));
    }
  };

  private static final Set<MonthDay> FIXED_IN_FRANCE =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 8),
          MonthDay.of(7, 14),
          MonthDay.of(8, 15),
          MonthDay.of(11, 1),
          MonthDay.of(11, 11),
          MonthDay.of(12, 25));

  /** Tells whether this day is one of them. */
  public abstract boolean include(LocalDate day);

  /** Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int monthAndDay = h + l - 7 * m + 114;
    return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
  }
}
