package org.decroche.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import org.decroche.routing.caller.PhoneNumber;

/**
 * Writes numbers as people of a country read them. For logs there is {@link PhoneNumber#toString},
 * the last two digits.
 */
public final class NumberWriter {
  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /**
   * National for the own country, else international.
   *
   * @param country ISO 3166 code
   */
  public String write(PhoneNumber number, String country) {
    try {
      Phonenumber.PhoneNumber parsed = library.parse(number.e164(), null);
      boolean ours =
          library.getSupportedRegions().contains(country)
              && parsed.getCountryCode() == library.getCountryCodeForRegion(country);
      return library.format(
          parsed, ours ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException unknownCountryCode) {
      return number.e164();
    }
  }
}
