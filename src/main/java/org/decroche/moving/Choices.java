package org.decroche.moving;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How systems call the few things that a field may say, but for the status of a case. */
final class Choices {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("", ""),
          Map.entry("person", "person"),
          Map.entry("personne", "person"),
          Map.entry("particulier", "person"),
          Map.entry("individual", "person"),
          Map.entry("firm", "firm"),
          Map.entry("company", "firm"),
          Map.entry("business", "firm"),
          Map.entry("entreprise", "firm"),
          Map.entry("société", "firm"),
          Map.entry("professionnel", "firm"));

  private static final Map<String, String> PROMISES =
      Map.of(
          "", "",
          "open", "open",
          "ouverte", "open",
          "kept", "kept",
          "tenue", "kept",
          "broken", "broken",
          "non tenue", "broken");

  private static final Map<String, String> ERRANDS =
      Map.of(
          "", "",
          "open", "open",
          "ouverte", "open",
          "done", "done",
          "faite", "done",
          "dropped", "dropped",
          "abandonnée", "dropped");

  private Choices() {}

  /** Null for a word that means none of ours. */
  static @Nullable String read(Kind kind, Field field, String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (field == Field.KIND && kind == Kind.CUSTOMERS) {
      return KINDS.get(word);
    }
    if (field == Field.STATE) {
      return (kind == Kind.PROMISES ? PROMISES : ERRANDS).get(word);
    }
    return field == Field.STATUS ? Statuses.read(text) : text;
  }
}
