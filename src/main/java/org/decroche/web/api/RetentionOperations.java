package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.decroche.store.Erasures;
import org.decroche.store.Retention;
import org.decroche.store.RetentionKind;
import org.decroche.store.Setting;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** For how long what is kept, what the next daily run will remove, and what was erased. */
final class RetentionOperations implements Operations {
  private final Retention retention;
  private final Erasures erasures;
  private final ChangeLog log;
  private final Clock clock;

  RetentionOperations(Retention retention, Erasures erasures, ChangeLog log, Clock clock) {
    this.log = log;
    this.retention = retention;
    this.erasures = erasures;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readRetention",
        asked -> Reply.ok(versioned(retention.days())),
        "previewRetention",
        asked -> Reply.ok(shape(wanted(asked))),
        "changeRetention",
        this::change,
        "listErasures",
        asked -> Reply.list(erasures.last(), RetentionOperations::shape));
  }

  private Reply change(Asked asked) {
    Map<RetentionKind, OptionalInt> wanted = wanted(asked);
    return Reply.ok(
        versioned(
            log.changed(
                asked, Setting.RETENTION, KeptRetention.KEY, () -> retention.change(wanted))));
  }

  private JsonObject versioned(Map<RetentionKind, OptionalInt> days) {
    return shape(days).put("version", log.version(Setting.RETENTION, KeptRetention.KEY));
  }

  private static Map<RetentionKind, OptionalInt> wanted(Asked asked) {
    Map<RetentionKind, OptionalInt> wanted = new EnumMap<>(RetentionKind.class);
    JsonArray items = asked.body().getJsonArray("items");
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.getJsonObject(i);
      Integer days = item.getInteger("days");
      RetentionKind kind = Words.read(RetentionKind.class, item.getString("kind"));
      OptionalInt before =
          wanted.put(kind, days == null ? OptionalInt.empty() : OptionalInt.of(days));
      if (before != null) {
        throw Refusal.wrong("items[%d].kind".formatted(i), "This kind is named twice.");
      }
    }
    return wanted;
  }

  private JsonObject shape(Map<RetentionKind, OptionalInt> days) {
    Map<RetentionKind, Long> due = retention.due(days, clock.instant());
    JsonArray items = new JsonArray();
    days.forEach(
        (kind, kept) ->
            items.add(
                new JsonObject()
                    .put("kind", Words.word(kind))
                    .put("days", kept.isPresent() ? kept.getAsInt() : null)
                    .put("due", due.get(kind))));
    return new JsonObject().put("items", items);
  }

  private static JsonObject shape(Erasures.Erasure erasure) {
    return new JsonObject()
        .put("at", Words.moment(erasure.at()))
        .put("by", person(erasure))
        .put("customerId", erasure.customer())
        .put("removed", erasure.removed());
  }

  private static @Nullable JsonObject person(Erasures.Erasure erasure) {
    Long by = erasure.by();
    String name = erasure.byName();
    return by == null || name == null ? null : Words.named(by, name);
  }
}
