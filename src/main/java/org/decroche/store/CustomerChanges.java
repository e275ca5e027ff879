package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.Customer.Details;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What about a customer changed, by whom and when. Lines are added, never rewritten. */
public final class CustomerChanges {
  private static final int MOST = 200;

  private static final String SELECT =
      "select h.*, a.name from customer_changes h join agents a on a.id = h.by_id ";

  private final Database database;

  public CustomerChanges(Database database) {
    this.database = database;
  }

  /**
   * One change.
   *
   * @param detail a JSON object: each field with {@code from} and {@code to}; a number that came or
   *     went; or whom they were merged with
   */
  public record Change(long id, Instant at, Agent by, String detail) {}

  /** The last one first; at most 200. */
  public List<Change> of(long customer) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "where h.customer_id = :id order by h.at desc, h.id desc limit "
                        + MOST)
                .bind("id", customer)
                .map(CustomerChanges::change)
                .list());
  }

  /** Those that made a version after this one, in their order. */
  static List<Change> since(Handle handle, long customer, int version) {
    return handle
        .createQuery(
            SELECT + "where h.customer_id = :id and h.version > :version order by h.version")
        .bind("id", customer)
        .bind("version", version)
        .map(CustomerChanges::change)
        .list();
  }

  static void note(
      Handle handle,
      long customer,
      @Nullable Integer version,
      JsonObject detail,
      AgentId by,
      Instant now) {
    handle
        .createUpdate(
            """
            insert into customer_changes (customer_id, at, by_id, version, detail)
            values (:id, :now, :by, :version, cast(:detail as jsonb))
            """)
        .bind("id", customer)
        .bind("now", now)
        .bind("by", by.value())
        .bind("version", version)
        .bind("detail", detail.encode())
        .execute();
  }

  /** Each field that is different, as it was and is. */
  static JsonObject between(Details was, Details is) {
    JsonObject changed = new JsonObject();
    Map<String, @Nullable Object> before = fields(was);
    fields(is)
        .forEach(
            (field, value) -> {
              if (!Objects.equals(before.get(field), value)) {
                changed.put(
                    field, new JsonObject().put("from", before.get(field)).put("to", value));
              }
            });
    return changed;
  }

  private static Map<String, @Nullable Object> fields(Details details) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", details.name().strip());
    fields.put("called", Words.orNull(details.called()));
    fields.put("notes", Words.orNull(details.note()));
    fields.put("language", Words.orNull(details.language()));
    fields.put("kind", Words.spelt(details.kind()));
    fields.put("firmId", details.firm().orElse(null));
    return fields;
  }

  private static Change change(ResultSet row, StatementContext context) throws SQLException {
    return new Change(
        row.getLong("id"),
        AgentRows.instant(row, "at"),
        new Agent(new AgentId(row.getLong("by_id")), row.getString("name")),
        row.getString("detail"));
  }
}
