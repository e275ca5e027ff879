package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was erased, and when. */
public final class Erasures {
  private static final int MOST = 200;

  private final Database database;

  public Erasures(Database database) {
    this.database = database;
  }

  /**
   * One of them.
   *
   * @param by who forgot somebody; null for the daily run
   * @param customer who was forgotten; the id leads nowhere
   * @param removed how much of each kind; null when a daily run goes on or was broken off
   */
  public record Erasure(
      Instant at,
      @Nullable Long by,
      @Nullable String byName,
      @Nullable Long customer,
      @Nullable JsonObject removed) {}

  /** The last 200, newest first. */
  public List<Erasure> last() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select e.at, e.agent_id, a.name, e.customer_id, e.removed
                    from erasures e left join agents a on a.id = e.agent_id order by e.at desc, e.id desc limit :most
                    """)
                .bind("most", MOST)
                .map(
                    (row, context) -> {
                      String removed = row.getString("removed");
                      return new Erasure(
                          AgentRows.instant(row, "at"),
                          row.getObject("agent_id", Long.class),
                          row.getString("name"),
                          row.getObject("customer_id", Long.class),
                          removed == null ? null : new JsonObject(removed));
                    })
                .list());
  }
}
