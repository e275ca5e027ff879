package org.decroche.web.json;

import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;

/** Phone numbers as people write and read them. */
public interface Numbers {
  /**
   * Reads a number written with or without the country's code.
   *
   * @param country ISO 3166 code, for numbers without one
   * @return empty when it is not a public phone number
   */
  Optional<PhoneNumber> read(String text, String country);

  /** As people of that country write it; a foreign number with its country's code. */
  String shown(PhoneNumber number, String country);
}
