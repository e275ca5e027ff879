package org.decroche.moving;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would take for a formula. Written, they get an apostrophe in front, as
 * OWASP's page on CSV injection has it; read, one is taken off. What had apostrophes of its own
 * before such a sign gets one more, so that everything comes back as it was.
 */
public final class Cells {
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Cells() {}

  public static String neutral(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  static String plain(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
