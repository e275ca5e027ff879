package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.decroche.moving.TextTable;
import org.decroche.store.AccessLog;
import org.decroche.store.Export;
import org.decroche.store.Export.Table;
import org.jspecify.annotations.Nullable;

/** Taking everything out again: nobody is kept by their own data. */
final class ExportOperations implements Operations {
  private static final String PAGE = "100";

  private final Export export;
  private final AccessLog log;
  private final PassingFiles files;
  private final Clock clock;

  ExportOperations(Export export, AccessLog log, PassingFiles files, Clock clock) {
    this.export = export;
    this.log = log;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("exportTable", this::all, "exportPage", this::page);
  }

  private Reply all(Asked asked) {
    Table table = table(asked);
    note(asked);
    try {
      Path file = files.create(".csv");
      try (TextTable text = TextTable.create(file, table.columns())) {
        export.all(table, text::row);
      } catch (IOException | RuntimeException failure) {
        Files.deleteIfExists(file);
        throw failure;
      }
      return Reply.download(new Download(file, table.spelt() + ".csv", true));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whose data it was is not told one by one: it was everybody's. */
  private void note(Asked asked) {
    log.note(
        AccessLog.Entry.of(
            clock.instant(), asked.who().id(), AccessLog.Act.EXPORTED, List.of(), "administrator"));
  }

  private Reply page(Asked asked) {
    Table table = table(asked);
    note(asked);
    long after = Long.parseLong(asked.parameters().getOrDefault("after", "0"));
    int limit = Integer.parseInt(asked.parameters().getOrDefault("limit", PAGE));
    Export.Page page = export.page(table, after, limit);
    JsonArray items = new JsonArray();
    for (List<@Nullable String> row : page.rows()) {
      items.add(item(table.columns(), row));
    }
    return Reply.ok(
        new JsonObject()
            .put("items", items)
            .put("next", page.next().isPresent() ? page.next().getAsLong() : null));
  }

  private static JsonObject item(List<String> columns, List<@Nullable String> row) {
    JsonObject item = new JsonObject();
    for (int i = 0; i < columns.size(); i++) {
      item.put(columns.get(i), row.get(i));
    }
    return item;
  }

  private static Table table(Asked asked) {
    return Table.read(asked.text("table"));
  }
}
