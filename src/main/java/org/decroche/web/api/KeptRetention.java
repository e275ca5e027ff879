package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.decroche.store.Retention;
import org.decroche.store.RetentionKind;
import org.decroche.web.json.Words;

/** Days of each kind of data; there is one such document. */
final class KeptRetention implements Kept {
  static final String KEY = "retention";

  private final Retention retention;

  KeptRetention(Retention retention) {
    this.retention = retention;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    JsonObject days = new JsonObject();
    retention
        .days()
        .forEach(
            (kind, kept) -> days.put(Words.word(kind), kept.isPresent() ? kept.getAsInt() : null));
    return Optional.of(days);
  }

  @Override
  public Map<String, JsonObject> all() {
    return Map.of(KEY, stands(KEY).orElseThrow());
  }

  /** Kinds that the document does not name stay. */
  @Override
  public void put(String key, JsonObject document) {
    Map<RetentionKind, OptionalInt> wanted = new EnumMap<>(RetentionKind.class);
    for (RetentionKind kind : RetentionKind.values()) {
      if (document.containsKey(Words.word(kind))) {
        Integer days = document.getInteger(Words.word(kind));
        wanted.put(kind, days == null ? OptionalInt.empty() : OptionalInt.of(days));
      }
    }
    Map<RetentionKind, OptionalInt> unused = retention.change(wanted);
  }

  @Override
  public String add(JsonObject document) {
    throw new IllegalStateException("there is one");
  }

  @Override
  public void remove(String key) {
    throw new IllegalStateException("there is one");
  }
}
