package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
   */
  public record Line(
      long id,
      Instant at,
      @Nullable Long agent,
      @Nullable String agentName,
      String act,
      List<Whose> customers,
      @Nullable Long matter,
      @Nullable String call,
      String reason,
      @Nullable String words) {
    public Line {
      customers = List.copyOf(customers);
    }
  }

  /** Somebody whose data was shown; without a name when they are gone since. */
  public record Whose(long id, @Nullable String name) {}

  /**
   * Which lines: of one agent, of one customer, of a time, of all.
   *
   * @param from the first moment, itself included
   * @param until the first moment that is too late
   */
  public record Which(
      Optional<Long> agent,
      Optional<Long> customer,
      Optional<Instant> from,
      Optional<Instant> until) {}

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
                    select l.*, a.name as agent_name,
                      array(select c.name from unnest(l.customer_ids) with ordinality u (id, place)
                        left join customers c on c.id = u.id order by u.place) as names
                    from access_log l left join agents a on a.id = l.agent_id
                    where l.id < :before and (:agent::bigint is null or l.agent_id = :agent)
                      and (:customer::bigint is null or l.customer_ids @> array[:customer]::bigint[])
                      and (:from::timestamptz is null or l.at >= :from) and (:until::timestamptz is null or l.at < :until)
                    order by l.id desc limit :limit
                    """)
                .bind("before", before)
                .bind("agent", which.agent().orElse(null))
                .bind("customer", which.customer().orElse(null))
                .bind("from", which.from().orElse(null))
                .bind("until", which.until().orElse(null))
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
        customers(row),
        row.getObject("case_id", Long.class),
        row.getString("call_id"),
        row.getString("reason"),
        row.getString("words"));
  }

  private static List<Whose> customers(ResultSet row) throws SQLException {
    Long[] ids = (Long[]) row.getArray("customer_ids").getArray();
    String[] names = (String[]) row.getArray("names").getArray();
    return IntStream.range(0, ids.length).mapToObj(i -> new Whose(ids[i], names[i])).toList();
  }
}
