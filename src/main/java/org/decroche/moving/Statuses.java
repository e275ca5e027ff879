package org.decroche.moving;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How systems call a case that is still to be done, that waits, that is over. */
final class Statuses {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("", ""),
          Map.entry("open", "open"),
          Map.entry("ouvert", "open"),
          Map.entry("new", "open"),
          Map.entry("nouveau", "open"),
          Map.entry("en cours", "open"),
          Map.entry("in progress", "open"),
          Map.entry("waiting", "waiting"),
          Map.entry("pending", "waiting"),
          Map.entry("en attente", "waiting"),
          Map.entry("closed", "closed"),
          Map.entry("solved", "closed"),
          Map.entry("clos", "closed"),
          Map.entry("fermé", "closed"),
          Map.entry("résolu", "closed"));

  private Statuses() {}

  /** Null for a word that means none of ours. */
  static @Nullable String read(String text) {
    return WORDS.get(text.toLowerCase(Locale.ROOT));
  }
}
