package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The access log as its administrator reads it. */
public final class AccessLines {
  private final Database database;

  public AccessLines(Database database) {
    this.database = database;
  }

  /**
   * A line. A customer, case or call that is gone since is an id that leads nowhere.
   *
   * @param agent null when it was nobody's doing
   * @param customers ids with names, where they are still known
   */
  public record Line(
      long id,
      Instant at,
      @Nullable Long agent,
      @Nullable String agentName,
      String act,
      List<Long> customers,
      @Nullable Long matter,
      @Nullable String call,
      String reason,
      @Nullable String words) {
    public Line {
      customers = List.copyOf(customers);
    }
  }

  /** Which lines: of one agent, of one customer, of all. */
  public record Which(Optional<Long> agent, Optional<Long> customer) {}

  /**
   * The last ones, newest first.
   *
   * @param before only lines older than this one
   */
  public List<Line> before(Which which, long before, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select l.*, a.name as agent_name from access_log l left join agents a on a.id = l.agent_id
                    where l.id < :before and (:agent::bigint is null or l.agent_id = :agent)
                      and (:customer::bigint is null or l.customer_ids @> array[:customer]::bigint[])
                    order by l.id desc limit :limit
                    """)
                .bind("before", before)
                .bind("agent", which.agent().orElse(null))
                .bind("customer", which.customer().orElse(null))
                .bind("limit", limit)
                .map(AccessLines::line)
                .list());
  }

  private static Line line(ResultSet row, StatementContext context) throws SQLException {
    return new Line(
        row.getLong("id"),
        AgentRows.instant(row, "at"),
        row.getObject("agent_id", Long.class),
        row.getString("agent_name"),
        row.getString("act"),
        List.of((Long[]) row.getArray("customer_ids").getArray()),
        row.getObject("case_id", Long.class),
        row.getString("call_id"),
        row.getString("reason"),
        row.getString("words"));
  }
}
