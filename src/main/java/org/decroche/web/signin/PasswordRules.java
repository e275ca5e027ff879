package org.decroche.web.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password that somebody chooses has to be (NIST SP 800-63B-4, 3.1.1.2): long, not made of
 * what anybody knows about them, and of any signs they like. There is no date by which it ends.
 */
public final class PasswordRules {
  private static final int LEAST = 15;
  private static final int DIFFERENT = 6;

  private PasswordRules() {}

  /** The same signs typed on two machines are the same password. */
  public static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC);
  }

  /** Why it will not do, for whoever typed it; empty when it will. */
  public static Optional<String> fault(String password, String login) {
    String plain = plain(password);
    if (plain.codePointCount(0, plain.length()) < LEAST) {
      return Optional.of(
          "A password has at least %d signs: a few words in a row are easiest.".formatted(LEAST));
    }
    String lower = plain.toLowerCase(Locale.ROOT);
    if (lower.codePoints().distinct().count() < DIFFERENT) {
      return Optional.of("This repeats the same few signs: anybody guesses that.");
    }
    String rest = lower.replace(login, "").replace("decroche", "").replace("décroché", "");
    return rest.codePointCount(0, rest.length()) * 2 < lower.codePointCount(0, lower.length())
        ? Optional.of("This is little more than your login: anybody guesses that.")
        : Optional.empty();
  }
}
