package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.decroche.engine.Unwatched;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Calls whose record is whole already: of these the dialplan's notes tell nothing new. */
final class Watched {
  /** A service that was frozen writes when it wakes; this much later is no difference. */
  private static final Duration SAME = Duration.ofMillis(500);

  private record Whole(String call, @Nullable Instant answeredAt, Instant endedAt) {}

  private final Map<String, Whole> whole = new HashMap<>();

  private Watched() {}

  /**
   * Looks them up, in one question.
   *
   * @throws DatabaseUnavailable when that cannot be done now
   */
  static Watched among(Database database, List<Unwatched> told) {
    Watched watched = new Watched();
    String[] calls = told.stream().map(one -> one.call().value()).distinct().toArray(String[]::new);
    database
        .write(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, answered_at, ended_at from calls
                        where id = any(:calls) and ended_at is not null and ending <> 'unseen'
                          and (answered_at is null or answered_by is not null)
                          and front_door_id is not null
                        """)
                    .bind("calls", calls)
                    .map(Watched::row)
                    .list())
        .forEach(row -> watched.whole.put(row.call(), row));
    return watched;
  }

  /** Tells whether this is on record, and no later than it happened. */
  boolean knows(Unwatched one) {
    Whole row = whole.get(one.call().value());
    if (row == null) {
      return false;
    }
    return switch (one) {
      case Unwatched.Began began -> false;
      case Unwatched.Answered answered ->
          row.answeredAt() != null && !row.answeredAt().isAfter(answered.at().plus(SAME));
      case Unwatched.Left left -> true; // who talked to the end was seen
      case Unwatched.Ended ended -> !row.endedAt().isAfter(ended.at().plus(SAME));
    };
  }

  private static Whole row(ResultSet row, StatementContext context) throws SQLException {
    return new Whole(
        row.getString("id"),
        AgentRows.instantOrNull(row, "answered_at"),
        AgentRows.instant(row, "ended_at"));
  }
}
