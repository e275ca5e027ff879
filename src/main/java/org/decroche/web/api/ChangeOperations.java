package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.moving.TextTable;
import org.decroche.store.Setting;
import org.decroche.store.SettingChange;
import org.decroche.store.SettingChanges;
import org.decroche.web.json.Words;

/** Who changed which setting, from what to what; and taking a change back. */
final class ChangeOperations implements Operations {
  private static final String PAGE = "100";
  private static final int ROWS_AT_ONCE = 1_000;
  private static final List<String> COLUMNS =
      List.of(
          "id", "at", "by", "setting", "key", "name", "act", "field", "before", "after", "undoes");

  private final SettingChanges changes;
  private final Undoing undoing;
  private final Settled settled;
  private final PassingFiles files;

  ChangeOperations(SettingChanges changes, Undoing undoing, Settled settled, PassingFiles files) {
    this.changes = changes;
    this.undoing = undoing;
    this.settled = settled;
    this.files = files;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listChanges", this::page, "exportChanges", this::export, "undoChange", this::undo);
  }

  private Reply page(Asked asked) {
    long before =
        Long.parseLong(asked.parameters().getOrDefault("before", String.valueOf(Long.MAX_VALUE)));
    int limit = Integer.parseInt(asked.parameters().getOrDefault("limit", PAGE));
    return Reply.list(changes.before(filter(asked), before, limit), ChangeOperations::shape);
  }

  private Reply undo(Asked asked) {
    SettingChange undone = undoing.undo(asked.who().id(), asked.id());
    settled.after(undone.which());
    return Reply.ok(shape(undone));
  }

  private Reply export(Asked asked) {
    SettingChanges.Filter filter = filter(asked);
    try {
      Path file = files.create(".csv");
      try (TextTable text = TextTable.create(file, COLUMNS)) {
        long before = Long.MAX_VALUE;
        List<SettingChange> some;
        do {
          some = changes.before(filter, before, ROWS_AT_ONCE);
          for (SettingChange change : some) {
            rows(change).forEach(text::row);
            before = change.id();
          }
        } while (some.size() == ROWS_AT_ONCE);
      } catch (IOException | RuntimeException failure) {
        Files.deleteIfExists(file);
        throw failure;
      }
      return Reply.download(new Download(file, "changes.csv", true));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static SettingChanges.Filter filter(Asked asked) {
    return new SettingChanges.Filter(
        Optional.ofNullable(asked.parameters().get("setting"))
            .map(word -> Words.read(Setting.class, word)),
        Optional.ofNullable(asked.parameters().get("key")),
        Optional.ofNullable(asked.parameters().get("agentId")).map(Long::valueOf));
  }

  /** A line for each field, so that a spreadsheet can filter by it. */
  private static List<List<String>> rows(SettingChange change) {
    List<List<String>> rows = new ArrayList<>();
    List<String> fields = change.fields().isEmpty() ? List.of("") : change.fields();
    for (String field : fields) {
      rows.add(
          List.of(
              String.valueOf(change.id()),
              change.at().toString(),
              change.by().name(),
              Words.word(change.which().setting()),
              change.which().key(),
              change.name(),
              Words.word(change.act()),
              field,
              cell(change.before(), field),
              cell(change.after(), field),
              change.undoes().map(String::valueOf).orElse("")));
    }
    return rows;
  }

  private static String cell(Optional<JsonObject> document, String field) {
    Object value = document.map(all -> all.getValue(field)).orElse(null);
    return value == null ? "" : value.toString();
  }

  static JsonObject shape(SettingChange change) {
    return new JsonObject()
        .put("id", change.id())
        .put("at", Words.moment(change.at()))
        .put("by", Words.named(change.by().id(), change.by().name()))
        .put("setting", Words.word(change.which().setting()))
        .put("key", change.which().key())
        .put("name", change.name())
        .put("act", Words.word(change.act()))
        .put("fields", new JsonArray(change.fields()))
        .put("before", change.before().orElse(null))
        .put("after", change.after().orElse(null))
        .put("undoes", change.undoes().orElse(null))
        .put("undone", change.undone());
  }
}
