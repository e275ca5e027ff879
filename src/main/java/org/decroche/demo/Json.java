package org.decroche.demo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what may be missing or null. */
final class Json {
  private Json() {}

  static List<JsonObject> objects(JsonObject from, String key) {
    JsonArray array = from.getJsonArray(key, new JsonArray());
    return array == null
        ? List.of()
        : array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
  }

  static Optional<JsonObject> object(JsonObject from, String key) {
    return Optional.ofNullable(from.getJsonObject(key));
  }

  static String text(JsonObject from, String key) {
    return Optional.ofNullable(from.getString(key)).orElse("");
  }

  static Optional<Instant> moment(JsonObject from, String key) {
    return Optional.ofNullable(from.getString(key)).map(Instant::parse);
  }

  static long number(JsonObject from, String key) {
    return Optional.ofNullable(from.getLong(key)).orElse(0L);
  }

  /** What a problem document says is wrong. */
  static String detail(String body) {
    try {
      JsonObject problem = new JsonObject(body);
      String detail = text(problem, "detail");
      return detail.isEmpty() ? text(problem, "title") : detail;
    } catch (DecodeException notJson) {
      return "";
    }
  }
}
