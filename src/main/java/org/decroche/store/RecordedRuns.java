package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.decroche.recording.EventJson;
import org.decroche.recording.Recorded;
import org.decroche.recording.Replay;
import org.decroche.recording.Run;
import org.jdbi.v3.core.statement.StatementContext;

/** What was kept of earlier moments, played back. */
public final class RecordedRuns {
  private static final int PAGE = 2_000;

  private final Database database;
  private final EventJson json = new EventJson();

  public RecordedRuns(Database database) {
    this.database = database;
  }

  private record Kept(long id, Run run) {}

  /**
   * Plays the run of that moment back, from its start up to it. Blocks, for longer after a longer
   * run: some 100,000 events a second.
   *
   * @return empty when the service did not run then, or nothing is kept of it
   * @throws Replay.Incomplete when a part of it was not kept, or is kept no longer
   * @throws org.decroche.recording.Unreadable when another version kept it
   */
  public Optional<Replay> upTo(Instant at) {
    return runAt(at)
        .map(
            kept -> {
              Replay replay = new Replay(kept.run());
              read(kept, at, replay::take);
              return replay;
            });
  }

  /** The run of that moment, and every event of it up to then. */
  public Optional<Run> read(Instant at, Consumer<Recorded> events) {
    Optional<Kept> kept = runAt(at);
    kept.ifPresent(found -> read(found, at, events));
    return kept.map(Kept::run);
  }

  private Optional<Kept> runAt(Instant at) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, started_at, first_offer, limits from event_runs
                    where started_at <= :at and seen_at >= :at order by started_at desc limit 1
                    """)
                .bind("at", at)
                .map(this::kept)
                .findOne());
  }

  private void read(Kept kept, Instant at, Consumer<Recorded> events) {
    List<Recorded> page = page(kept.id(), 0);
    while (!page.isEmpty()) {
      for (Recorded recorded : page) {
        if (recorded.event().at().isAfter(at)) {
          return;
        }
        events.accept(recorded);
      }
      page = page(kept.id(), page.getLast().seq());
    }
  }

  private List<Recorded> page(long run, long after) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select seq, body, decisions from events
                    where run_id = :run and seq > :after order by seq limit :page
                    """)
                .bind("run", run)
                .bind("after", after)
                .bind("page", PAGE)
                .map(this::recorded)
                .list());
  }

  private Kept kept(ResultSet row, StatementContext context) throws SQLException {
    return new Kept(
        row.getLong("id"),
        new Run(
            AgentRows.instant(row, "started_at"),
            json.readLimits(row.getString("limits")),
            row.getLong("first_offer")));
  }

  private Recorded recorded(ResultSet row, StatementContext context) throws SQLException {
    return json.read(row.getLong("seq"), row.getString("body"), row.getString("decisions"));
  }
}
