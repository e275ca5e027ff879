package org.decroche.web.json;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How words and times are spelt. */
public final class Words {
  private Words() {}

  /** {@code NO_ANSWER} is {@code no-answer}. */
  public static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The other way round; the contract has checked that it is one. */
  public static <E extends Enum<E>> E read(Class<E> words, String spelt) {
    return Enum.valueOf(words, spelt.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** ISO 8601, in UTC. */
  public static @Nullable String moment(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }

  /** Somebody or something by id and name. */
  public static JsonObject named(long id, String name) {
    return new JsonObject().put("id", id).put("name", name);
  }
}
