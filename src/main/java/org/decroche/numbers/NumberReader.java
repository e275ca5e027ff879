package org.decroche.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;

/**
 * Reads what the network, or a person at a desk, gives as a number. Whatever the text, there is an
 * answer, and soon: text longer than any number is not looked at.
 *
 * <p>A premium number as caller is read like any other, for it matches nobody unless somebody
 * entered it; calling it back is for others to refuse. Emergency and other short numbers read as
 * extensions: nobody to call back either.
 */
public final class NumberReader {
  /**
   * Digits and what people put between them; a plus only in front, perhaps in parentheses. Other
   * scripts' digits are none.
   */
  private static final Pattern NUMBER =
      Pattern.compile("\\(?\\+?[0-9 ./()\\-\\u00a0\\u202f]*[0-9][ ./()\\-\\u00a0\\u202f]*");

  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[^0-9]");
  private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");

  /** {@code +33 (0)6 …}: a zero that nobody dials after a country code. */
  private static final Pattern OPTIONAL_ZERO = Pattern.compile("\\(0\\)");

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /**
   * Says what number, if any, this text is.
   *
   * @param raw as received
   * @param country ISO 3166 code of the front door; how a number without country code is meant. An
   *     unknown one leaves only international numbers readable
   */
  public CallerNumber read(String raw, String country) {
    if (RawCaller.isTooLong(raw)) {
      return new CallerNumber.Unreadable();
    }
    String user = RawCaller.user(raw);
    if (RawCaller.saysNothing(user)) {
      return new CallerNumber.Withheld();
    }
    if (!NUMBER.matcher(user).matches()) {
      return new CallerNumber.Unreadable();
    }
    boolean plus = user.indexOf('+') >= 0;
    String written = plus ? OPTIONAL_ZERO.matcher(user).replaceFirst("") : user;
    String digits = BETWEEN_DIGITS.matcher(written).replaceAll("");
    if (!plus && EXTENSION.matcher(digits).matches()) {
      return new CallerNumber.Extension(digits);
    }
    return number(plus, digits, country)
        .flatMap(number -> settled(number, country))
        .<CallerNumber>map(CallerNumber.Dialable::new)
        .orElseGet(CallerNumber.Unreadable::new);
  }

  /** Whether numbers can be read as those of this country; an ISO 3166 code. */
  public boolean knows(String country) {
    return library.getSupportedRegions().contains(country);
  }

  private Optional<PhoneNumber> number(boolean plus, String digits, String country) {
    if (plus) {
      return digits.startsWith("0")
          ? Optional.empty()
          : parsed("+" + digits, country, this::isPossible);
    }
    // A range younger than the library is unknown to it; a leading zero shows that a national or an
    // 00 number is meant.
    return parsed(
            digits, country, digits.startsWith("0") ? this::isPossible : library::isValidNumber)
        // Many carriers leave the plus out.
        .or(
            () ->
                digits.startsWith("0")
                    ? Optional.empty()
                    : parsed("+" + digits, country, it -> isSurelyMeant(it, country)));
  }

  /**
   * The number as it reads when it comes back as it is kept: what is kept is read again by imports,
   * in other countries' front doors and when it is dialled, and must be the same number each time.
   * Nothing where nobody outside its own country can dial it.
   */
  private Optional<PhoneNumber> settled(PhoneNumber number, String country) {
    return parsed(number.e164(), country, this::isPossible)
        .filter(
            again ->
                again.equals(number)
                    || parsed(again.e164(), country, this::isPossible)
                        .filter(again::equals)
                        .isPresent());
  }

  /** Known to the library; or of the door's own country, which the length then has to bear out. */
  private boolean isSurelyMeant(Phonenumber.PhoneNumber number, String country) {
    return library.isValidNumber(number)
        || (number.getCountryCode() == library.getCountryCodeForRegion(country)
            && isPossible(number));
  }

  private Optional<PhoneNumber> parsed(
      String number, String country, Predicate<Phonenumber.PhoneNumber> good) {
    try {
      Phonenumber.PhoneNumber parsed = library.parse(number, country);
      if (!good.test(parsed)) {
        return Optional.empty();
      }
      String e164 = library.format(parsed, PhoneNumberFormat.E164);
      return Optional.of(e164).filter(E164.asMatchPredicate()).map(PhoneNumber::new);
    } catch (NumberParseException none) {
      return Optional.empty();
    }
  }

  private boolean isPossible(Phonenumber.PhoneNumber number) {
    boolean fits = library.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    // A zero that belongs to the number itself is Italy's; elsewhere a digit is missing behind it.
    return fits && (!number.isItalianLeadingZero() || library.isValidNumber(number));
  }
}
