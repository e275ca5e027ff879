package org.decroche.moving;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How systems call a case that is still to be done, that waits, that is over. */
final class Statuses {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("", ""),
          Map.entry("open", "waiting-for-us"),
          Map.entry("ouvert", "waiting-for-us"),
          Map.entry("new", "waiting-for-us"),
          Map.entry("nouveau", "waiting-for-us"),
          Map.entry("en cours", "waiting-for-us"),
          Map.entry("in progress", "waiting-for-us"),
          Map.entry("waiting-for-us", "waiting-for-us"),
          Map.entry("waiting-for-customer", "waiting-for-customer"),
          Map.entry("waiting-for-third-party", "waiting-for-third-party"),
          Map.entry("waiting", "waiting-for-customer"),
          Map.entry("pending", "waiting-for-customer"),
          Map.entry("en attente", "waiting-for-customer"),
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
