package org.decroche.routing.caller;

import java.util.regex.Pattern;

/** A telephone number in E.164 form: a plus and 5 to 15 digits (ITU-T E.164, section 6). */
public record PhoneNumber(String e164) {
  private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{4,14}");

  /**
   * @throws IllegalArgumentException when it is not E.164; the message does not repeat the number
   */
  public PhoneNumber {
    if (!SHAPE.matcher(e164).matches()) {
      throw new IllegalArgumentException("not an E.164 number");
    }
  }

  /** The last two digits only: numbers are personal data, and this is what logs show. */
  @Override
  public String toString() {
    return "••" + e164.substring(e164.length() - 2);
  }
}
