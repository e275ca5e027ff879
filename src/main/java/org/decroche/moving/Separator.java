package org.decroche.moving;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What stands between two cells. */
public enum Separator {
  SEMICOLON(';'),
  COMMA(','),
  TAB('\t');

  private final char sign;

  Separator(char sign) {
    this.sign = sign;
  }

  char sign() {
    return sign;
  }

  public String spelt() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Separator> read(String spelt) {
    return Arrays.stream(values()).filter(one -> one.spelt().equals(spelt)).findFirst();
  }

  /** The one that the first line has most often outside of quotes; a semicolon when it has none. */
  static Separator of(String begin) {
    Separator most = SEMICOLON;
    for (Separator one : values()) {
      if (one.timesIn(begin) > most.timesIn(begin)) {
        most = one;
      }
    }
    return most;
  }

  private int timesIn(String begin) {
    int times = 0;
    boolean quoted = false;
    for (int i = 0; i < begin.length(); i++) {
      char at = begin.charAt(i);
      if (at == '"') {
        quoted = !quoted;
      } else if (!quoted && (at == '\n' || at == '\r')) {
        return times;
      } else if (!quoted && at == sign) {
        times++;
      }
    }
    return times;
  }
}
