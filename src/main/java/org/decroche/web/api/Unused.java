package org.decroche.web.api;

import org.decroche.store.Outcome;

/** What came of taking something away that nothing may stand on. */
final class Unused {
  private Unused() {}

  /**
   * Passes when it is gone.
   *
   * @throws Refusal when something stands on it, and it stays
   */
  static void value(Outcome<Boolean> removal) {
    if (removal instanceof Outcome.NotFound<Boolean>(String field) && !field.equals("id")) {
      throw Refusal.conflict(
          null,
          "It is in use already (people, calls, messages or other settings stand on it): it stays.");
    }
    boolean unused = Stored.value(removal);
  }
}
