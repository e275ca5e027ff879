package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import org.decroche.moving.Fault;
import org.decroche.moving.Field;
import org.decroche.moving.Judged;
import org.decroche.moving.Preview;
import org.decroche.moving.RowOutcome;
import org.decroche.moving.State;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** An import as the contract's JSON. */
final class ImportShapes {
  private ImportShapes() {}

  static JsonObject state(State state) {
    Preview preview = state.preview();
    JsonArray rows = new JsonArray();
    preview.rows().forEach(row -> rows.add(new JsonArray(row)));
    JsonArray columns = new JsonArray();
    for (Field column : preview.columns()) {
      columns.add(column == null ? null : column.spelt());
    }
    JsonArray fields = new JsonArray();
    state
        .kind()
        .fields()
        .forEach(
            field ->
                fields.add(
                    new JsonObject()
                        .put("field", field.spelt())
                        .put("needed", state.kind().needed().contains(field))));
    return new JsonObject()
        .put("kind", state.kind().spelt())
        .put("name", state.fileName())
        .put("bytes", state.bytes())
        .put("phase", Words.word(state.phase()))
        .put("progress", Math.min(state.progress(), 1))
        .put("encoding", preview.encoding().spelt())
        .put("separator", preview.separator().spelt())
        .put("headers", new JsonArray(preview.headers()))
        .put("rows", rows)
        .put("columns", columns)
        .put("fields", fields)
        .put("judged", judged(state.judged()))
        .put("failure", state.failure());
  }

  static JsonObject counts(Judged judged) {
    return new JsonObject()
        .put("created", judged.created())
        .put("changed", judged.changed())
        .put("unchanged", judged.unchanged())
        .put("unmatched", judged.unmatched());
  }

  /** The first wrong row of a page, by the field that is wrong. */
  static Refusal refusal(RowOutcome row) {
    Fault fault = Objects.requireNonNull(row.fault());
    String field = "items[%d].%s".formatted(row.line() - 1, fault.field().spelt());
    return Refusal.wrong(field, field + " is " + fault.what().spelt() + ".");
  }

  private static @Nullable JsonObject judged(@Nullable Judged judged) {
    if (judged == null) {
      return null;
    }
    JsonArray refused = new JsonArray();
    for (RowOutcome row : judged.first()) {
      Fault fault = Objects.requireNonNull(row.fault());
      refused.add(
          new JsonObject()
              .put("line", row.line())
              .put("field", fault.field().spelt())
              .put("what", fault.what().spelt())
              .put("value", fault.value()));
    }
    return counts(judged).put("refused", judged.refused()).put("first", refused);
  }
}
