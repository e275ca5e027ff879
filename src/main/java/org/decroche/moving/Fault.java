package org.decroche.moving;

import java.util.Locale;

/**
 * Why a row is refused. The row is the file's owner's, so they are told what stands there.
 *
 * @param value as it stands in the file, cut after 60 characters
 */
public record Fault(Field field, What what, String value) {
  private static final int LONGEST = 60;

  public Fault {
    value = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }

  public enum What {
    MISSING,
    TOO_LONG,
    /** {@code 3,36E+10}: a spreadsheet has thrown the number's last digits away. */
    SCIENTIFIC,
    /** Not a public phone number, not a language, not a moment, not a word we know. */
    UNREADABLE,
    /** Another row of the file has the same key. */
    TWICE,
    /** Names nobody or nothing that is here. */
    UNKNOWN,
    /** It is another customer's, or another case's, here. */
    ELSEWHERE,
    /** It contradicts another cell, another row, or what is here. */
    DIFFERS,
    /** A case closes on the customer's word, not by a file. */
    WOULD_CLOSE,
    /** Nobody here has it: the row is passed over, and the others are taken. */
    UNMATCHED;

    public String spelt() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
