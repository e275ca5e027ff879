package org.decroche.moving;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as files write them. A day alone is taken at noon UTC, so that it stays that day. */
final class Moments {
  private static final Pattern EUROPEAN =
      Pattern.compile("([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})( .*)?");

  private Moments() {}

  /**
   * ISO 8601; an empty text for an empty one; null when it cannot be read, or is of no year from 1
   * to 9999: some databases write "0000-00-00" for none, and ours could not keep it.
   */
  static @Nullable String read(String text) {
    if (text.isEmpty()) {
      return text;
    }
    try {
      Instant read = instant(text);
      int year = read.atOffset(ZoneOffset.UTC).getYear();
      return year >= 1 && year <= 9999 ? read.toString() : null;
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static Instant instant(String text) {
    Matcher european = EUROPEAN.matcher(text);
    if (european.matches()) {
      return noon(
          LocalDate.of(
              Integer.parseInt(european.group(3)),
              Integer.parseInt(european.group(2)),
              Integer.parseInt(european.group(1))));
    }
    return text.indexOf('T') > 0
        ? OffsetDateTime.parse(text).toInstant()
        : noon(
            LocalDate.parse(
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) : text));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }
}
