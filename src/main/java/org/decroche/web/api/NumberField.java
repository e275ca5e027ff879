package org.decroche.web.api;

import org.decroche.routing.caller.PhoneNumber;
import org.decroche.web.json.NumberJson;

/** A phone number somebody typed. */
final class NumberField {
  private NumberField() {}

  /**
   * Reads it.
   *
   * @throws Refusal naming the field when it is no public number
   */
  static PhoneNumber read(NumberJson numbers, String text, String field) {
    return numbers
        .read(text)
        .orElseThrow(
            () -> Refusal.wrong(field, "%s is not a public phone number.".formatted(field)));
  }
}
