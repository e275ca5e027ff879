package org.decroche.store;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How our words are spelt in a column, and how a form's text becomes one. */
final class Words {
  private Words() {}

  /** {@code NO_ANSWER} is {@code no-answer} in the record, as in the API. */
  static String spelt(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E read(Class<E> words, String spelt) {
    return Enum.valueOf(words, spelt.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Without blanks around it; null when nothing is left. */
  static @Nullable String orNull(@Nullable String text) {
    String stripped = text == null ? "" : text.strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
