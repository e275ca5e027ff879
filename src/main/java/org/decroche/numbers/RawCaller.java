package org.decroche.numbers;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Peels what SIP and people wrap around a number: display name, brackets, scheme, host, parameters.
 */
final class RawCaller {
  /** No number with all its wrapping is longer; the dialplan cuts at 64. */
  private static final int LONGEST = 200;

  private static final Set<String> WITHHELD =
      Set.of("anonymous", "unknown", "restricted", "private", "unavailable", "withheld", "anonyme");

  private static final Pattern BRACKETED = Pattern.compile("<([^<>]*)>[^<>]*$");

  /** With or without its colon, which the dialplan's filter takes away. */
  private static final Pattern SCHEME =
      Pattern.compile("^(?:sips?|tel):?(?=[+0-9(])", Pattern.CASE_INSENSITIVE);

  /** What is left of a name when quotes and brackets were taken away. */
  private static final Pattern NAME_BEFORE =
      Pattern.compile("^\"?[\\p{L}][\\p{L} .'_-]{0,60}[\" ]\\s?(?=[(+0-9])");

  private RawCaller() {}

  static boolean isTooLong(String raw) {
    return raw.length() > LONGEST;
  }

  /** The part that may be a number. */
  static String user(String raw) {
    String text = raw.strip();
    Matcher bracketed = BRACKETED.matcher(text);
    if (bracketed.find()) {
      text = bracketed.group(1).strip();
    }
    text = NAME_BEFORE.matcher(text).replaceFirst("");
    text = SCHEME.matcher(text).replaceFirst("");
    return before(';', before('@', text)).strip();
  }

  /** Empty, or one of the words networks send instead of a number. */
  static boolean saysNothing(String user) {
    return user.isEmpty() || WITHHELD.contains(withoutScheme(user).toLowerCase(Locale.ROOT));
  }

  private static String withoutScheme(String user) {
    int colon = user.indexOf(':');
    return colon < 0 ? user : user.substring(colon + 1);
  }

  private static String before(char end, String text) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }
}
