package org.decroche.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows of a phone number what tells two callers apart, and no more. */
final class Mask {
  private static final Pattern FRENCH = Pattern.compile("\\+33(\\d)\\d{6}(\\d{2})");
  private static final Pattern ANY = Pattern.compile("\\+(\\d{2})\\d{2,}(\\d{2})");

  private Mask() {}

  /**
   * Masks a number for people to read.
   *
   * @param e164 such as {@code +33639980112}; anything else comes back as dots
   */
  static String of(String e164) {
    Matcher french = FRENCH.matcher(e164);
    if (french.matches()) {
      return "+33 %s •• •• •• %s".formatted(french.group(1), french.group(2));
    }
    Matcher any = ANY.matcher(e164);
    return any.matches() ? "+%s •••• %s".formatted(any.group(1), any.group(2)) : "••••";
  }
}
