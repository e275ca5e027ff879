package org.decroche.numbers;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the beginning or any other part of a number, as people of one country write them. */
public final class PartialNumberReader {
  private static final Pattern NUMBER =
      Pattern.compile("\\(?\\+?[0-9 ./()\\-\\u00a0\\u202f]*[0-9][ ./()\\-\\u00a0\\u202f]*");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[^0-9]");

  /** Of fewer digits, every tenth number has them somewhere. */
  private static final int FEWEST = 3;

  private static final int MOST = 20;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /**
   * Empty when the text is no part of a number: it has letters, fewer than three digits, or more
   * than any number has.
   *
   * @param country ISO 3166 code; an unknown one leaves only international beginnings readable
   */
  public Optional<PartialNumber> read(String text, String country) {
    String typed = text.strip();
    if (typed.length() > 2 * MOST || !NUMBER.matcher(typed).matches()) {
      return Optional.empty();
    }
    boolean plus = typed.indexOf('+') >= 0;
    String written = plus ? typed.replace("(0)", "") : typed;
    String digits = BETWEEN_DIGITS.matcher(written).replaceAll("");
    if (digits.length() < FEWEST || digits.length() > MOST) {
      return Optional.empty();
    }
    if (plus) {
      return Optional.of(new PartialNumber(List.of("+" + digits), null));
    }
    String inner = digits.replaceFirst("^0+", "");
    return Optional.of(
        new PartialNumber(beginnings(digits, country), inner.length() < FEWEST ? null : inner));
  }

  private List<String> beginnings(String digits, String country) {
    List<String> all = new ArrayList<>();
    if (digits.startsWith("00")) {
      all.add("+" + digits.substring(2));
      return all;
    }
    if (!library.getSupportedRegions().contains(country)) {
      return all;
    }
    int code = library.getCountryCodeForRegion(country);
    String national = library.getNddPrefixForRegion(country, true);
    if (national != null && !national.isEmpty() && digits.startsWith(national)) {
      all.add("+" + code + digits.substring(national.length()));
    } else if (!digits.startsWith("0")) {
      // Some countries dial no prefix; and many people leave the plus out.
      all.add("+" + code + digits);
      all.add("+" + digits);
    }
    return all;
  }
}
