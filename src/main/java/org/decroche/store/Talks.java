package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Who talked on a call, and how long. {@link StoredJournal} writes them. */
public final class Talks {
  private final Database database;

  /**
   * Somebody's own time with the caller.
   *
   * @param endedAt null while they talk
   */
  public record Talk(CallRecord.Agent agent, Instant beganAt, @Nullable Instant endedAt) {}

  public Talks(Database database) {
    this.database = database;
  }

  /** In the order in which they came. A call that the dialplan took alone has one talk. */
  public List<Talk> of(CallId call) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select t.agent_id, a.name, t.began_at, t.ended_at from talks t join agents a on a.id = t.agent_id
                    where t.call_id = :call
                    union all
                    select c.answered_by, a.name, c.answered_at, c.ended_at
                    from calls c join agents a on a.id = c.answered_by
                    where c.id = :call and not exists (select from talks where call_id = c.id)
                    order by began_at, agent_id
                    """)
                .bind("call", call.value())
                .map(Talks::talk)
                .list());
  }

  private static Talk talk(ResultSet row, StatementContext context) throws SQLException {
    return new Talk(
        new CallRecord.Agent(new AgentId(row.getLong("agent_id")), row.getString("name")),
        AgentRows.instant(row, "began_at"),
        AgentRows.instantOrNull(row, "ended_at"));
  }
}
