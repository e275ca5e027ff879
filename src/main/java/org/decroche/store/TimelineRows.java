package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of timelines. */
final class TimelineRows {
  static final String SELECT =
      """
      select t.*, a.name as author_name
      from timeline t left join agents a on a.id = t.author_id
      """;

  /** What the next person must have read; there is an index for just this. */
  static final String WRITTEN = "kind in ('note', 'correction', 'owner') and text is not null";

  private TimelineRows() {}

  static TimelineEntry entry(ResultSet row, StatementContext context) throws SQLException {
    String author = row.getString("author_name");
    return new TimelineEntry(
        row.getLong("id"),
        AgentRows.instant(row, "at"),
        Words.read(Kind.class, row.getString("kind")),
        author == null
            ? Optional.empty()
            : Optional.of(new Agent(new AgentId(row.getLong("author_id")), author)),
        row.getString("text"),
        row.getString("call_id"),
        idOrNull(row, "corrects_id"),
        idOrNull(row, "promise_id"),
        idOrNull(row, "errand_id"),
        row.getString("detail"));
  }

  private static @Nullable Long idOrNull(ResultSet row, String column) throws SQLException {
    long id = row.getLong(column);
    return row.wasNull() ? null : id;
  }
}
