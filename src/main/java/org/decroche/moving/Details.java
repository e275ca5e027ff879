package org.decroche.moving;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The cell of a line of a timeline that holds what else belongs to it. */
final class Details {
  private Details() {}

  /** A JSON object, or an empty text for none; null for anything else. */
  static @Nullable String read(String text) {
    if (text.isEmpty()) {
      return text;
    }
    try {
      String read = new JsonObject(text).encode();
      // No database takes it, and nobody can have typed it.
      return read.contains("\\u0000") ? null : read;
    } catch (DecodeException | ClassCastException noObject) {
      return null;
    }
  }
}
