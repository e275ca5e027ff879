package org.decroche.acceptance.browser;

import com.microsoft.playwright.options.ColorScheme;

/**
 * What a window says of its user.
 *
 * @param language the browser's, such as "fr-FR"
 * @param width of the page in CSS pixels
 */
record Look(String language, ColorScheme scheme, int width, int height) {
  static Look in(String language) {
    return new Look(language, ColorScheme.LIGHT, 1440, 900);
  }

  static Look english() {
    return in("en-GB");
  }

  static Look french() {
    return in("fr-FR");
  }

  /** A phone in the hand. */
  Look narrow() {
    return new Look(language, scheme, 360, 740);
  }
}
