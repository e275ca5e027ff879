package org.decroche.numbers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.numbers.Destination.Callable;
import org.decroche.numbers.Destination.Refused;
import org.decroche.numbers.Destination.Why;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;

/**
 * Reads what somebody of ours wants to call. A number that costs more than a call is never dialled,
 * whatever the house allows: fraud lives on those.
 */
public final class DestinationReader {
  private static final String FRANCE = "FR";

  /** Those that the library does not know for France (Arcep, numéros d'urgence et d'assistance). */
  private static final Set<String> FRENCH_EMERGENCIES =
      Set.of("15", "17", "18", "112", "114", "115", "116000", "116117", "119", "191", "196", "197");

  private static final Set<PhoneNumberType> PREMIUM =
      Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST);

  /** French numbers of the 089 and 081, 082 ranges are priced by their range, in use or not. */
  private static final List<String> PREMIUM_RANGES = List.of("+3389", "+3381", "+3382");

  private final NumberReader numbers = new NumberReader();
  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();
  private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

  /**
   * Reads any text.
   *
   * @param country ISO 3166 code of the house: how a number without country code is meant
   * @param prefixes what allowed numbers begin with, in E.164 form; none for the own country
   */
  public Destination read(String text, String country, List<String> prefixes) {
    return switch (numbers.read(text, country)) {
      case CallerNumber.Dialable(PhoneNumber number) -> judged(number, country, prefixes);
      case CallerNumber.Extension(String digits) ->
          new Refused(isEmergency(digits, country) ? Why.EMERGENCY : Why.NO_NUMBER);
      case CallerNumber.Withheld none -> new Refused(Why.NO_NUMBER);
      case CallerNumber.Unreadable none -> new Refused(Why.NO_NUMBER);
    };
  }

  private Destination judged(PhoneNumber number, String country, List<String> prefixes) {
    if (isPremium(number)) {
      return new Refused(Why.PREMIUM);
    }
    Optional<Integer> own =
        numbers.knows(country)
            ? Optional.of(library.getCountryCodeForRegion(country))
            : Optional.empty();
    boolean allowed =
        prefixes.isEmpty()
            ? own.filter(code -> number.e164().startsWith("+" + code)).isPresent()
            : prefixes.stream().anyMatch(number.e164()::startsWith);
    return allowed ? new Callable(number) : new Refused(Why.NOT_ALLOWED);
  }

  /** Whether whoever calls it pays more than for a call, or nobody knows what it costs. */
  public boolean isPremium(PhoneNumber number) {
    try {
      return PREMIUM_RANGES.stream().anyMatch(number.e164()::startsWith)
          || PREMIUM.contains(library.getNumberType(library.parse(number.e164(), null)));
    } catch (NumberParseException unknownCountryCode) {
      return true; // what it costs is unknown, too
    }
  }

  private boolean isEmergency(String digits, String country) {
    return (country.equals(FRANCE) && FRENCH_EMERGENCIES.contains(digits))
        || shortNumbers.connectsToEmergencyNumber(digits, country);
  }
}
