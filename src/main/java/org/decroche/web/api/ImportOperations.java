package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.moving.BadFile;
import org.decroche.moving.Encoding;
import org.decroche.moving.Field;
import org.decroche.moving.Import;
import org.decroche.moving.Judged;
import org.decroche.moving.Kind;
import org.decroche.moving.Plan;
import org.decroche.moving.RowPage;
import org.decroche.moving.Separator;
import org.decroche.moving.State;
import org.jspecify.annotations.Nullable;

/** Moving in: one file at a time, or pages of rows from a program. */
final class ImportOperations implements Operations {
  private final Import current;
  private final RowPage pages;

  ImportOperations(Import current, RowPage pages) {
    this.current = current;
    this.pages = pages;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readImport",
        asked -> Reply.ok(ImportShapes.state(state())),
        "forgetImport",
        asked -> {
          current.forget();
          return Reply.done();
        },
        "previewImport",
        this::preview,
        "startImport",
        this::start,
        "readImportReport",
        asked ->
            Reply.download(
                new Download(
                    current.report().orElseThrow(ImportOperations::nothing), "report.csv", false)),
        "importRows",
        this::rows);
  }

  @Override
  public Map<String, Upload> uploads() {
    return Map.of(
        "receiveImport",
        new Upload() {
          @Override
          public void check(Asked asked) {
            free();
          }

          @Override
          public Reply run(Asked asked, Path file) {
            free();
            return Reply.created(
                ImportShapes.state(
                    read(
                        () ->
                            current.receive(
                                Kind.read(asked.text("kind")), asked.text("name"), file))));
          }
        });
  }

  private Reply preview(Asked asked) {
    State unused = state();
    free();
    Encoding encoding = Encoding.read(asked.body().getString("encoding")).orElseThrow();
    Separator separator = Separator.read(asked.body().getString("separator")).orElseThrow();
    return Reply.ok(ImportShapes.state(read(() -> current.look(encoding, separator))));
  }

  private Reply start(Asked asked) {
    State unused = state();
    free();
    List<@Nullable Field> columns = new ArrayList<>();
    asked.body().getJsonArray("columns").forEach(name -> columns.add(field((String) name)));
    String owner = Optional.ofNullable(asked.optional("owner")).orElse("");
    Plan plan = new Plan(columns, owner, asked.body().getBoolean("apply"));
    current
        .wrong(plan)
        .ifPresent(
            sentence -> {
              throw Refusal.wrong("columns", sentence);
            });
    return Reply.json(202, ImportShapes.state(current.start(plan, asked.who().id())));
  }

  private Reply rows(Asked asked) {
    Kind kind = Kind.read(asked.body().getString("kind"));
    JsonArray items = asked.body().getJsonArray("items");
    List<String> names = List.copyOf(items.getJsonObject(0).fieldNames());
    List<Field> columns = new ArrayList<>();
    for (String name : names) {
      Field field = field(name);
      if (field == null || !kind.fields().contains(field)) {
        throw Refusal.wrong("items[0]." + name, name + " is not known here.");
      }
      columns.add(field);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      rows.add(cells(items.getJsonObject(i), names, "items[%d]".formatted(i)));
    }
    new Plan(List.copyOf(columns), "", true)
        .missing(kind)
        .ifPresent(
            field -> {
              throw Refusal.wrong("items[0]." + field.spelt(), field.spelt() + " is missing.");
            });
    Judged judged = pages.take(kind, columns, rows, asked.who().id());
    if (judged.refused() > 0) {
      throw ImportShapes.refusal(judged.first().getFirst());
    }
    return Reply.ok(ImportShapes.counts(judged));
  }

  private static List<String> cells(JsonObject item, List<String> names, String where) {
    // A field that one item has and another has not would be emptied by chance.
    for (String name : item.fieldNames()) {
      if (!names.contains(name)) {
        throw Refusal.wrong("%s.%s".formatted(where, name), name + " is not in the first item.");
      }
    }
    List<String> cells = new ArrayList<>();
    for (String name : names) {
      if (!item.containsKey(name)) {
        throw Refusal.wrong("%s.%s".formatted(where, name), name + " is missing.");
      }
      cells.add(Optional.ofNullable(item.getString(name)).orElse(""));
    }
    return cells;
  }

  private void free() {
    if (current.works()) {
      throw Refusal.conflict("kind", "A file is being worked on. Wait for it, or take it away.");
    }
  }

  private State state() {
    return current.state().orElseThrow(ImportOperations::nothing);
  }

  private interface Reading {
    State read() throws IOException, BadFile;
  }

  private static State read(Reading reading) {
    try {
      return reading.read();
    } catch (BadFile bad) {
      throw Refusal.wrong("file", bad.sentence());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static @Nullable Field field(@Nullable String spelt) {
    return spelt == null ? null : Field.read(spelt).orElse(null);
  }

  private static Refusal nothing() {
    return Refusal.notFound("There is no such file here.");
  }
}
