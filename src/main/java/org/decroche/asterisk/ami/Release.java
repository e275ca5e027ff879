package org.decroche.asterisk.ami;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Asterisk this is, and whether it will do. */
final class Release {
  static final int OLDEST = 20;
  static final int TESTED = 22;
  private static final Pattern MAJOR =
      Pattern.compile("(?:Asterisk )?(?:certified[/-]|GIT-)?([0-9]{1,3})(?:[^0-9].*)?");

  private Release() {}

  /** The 22 of "22.10.1~dfsg", "certified/22.2-cert1" or "GIT-22-1a2b3c"; empty when unreadable. */
  static OptionalInt major(String version) {
    Matcher matcher = MAJOR.matcher(version);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  static boolean tooOld(String version) {
    return major(version).orElse(TESTED) < OLDEST;
  }

  static boolean untested(String version) {
    return major(version).orElse(0) < TESTED;
  }
}
