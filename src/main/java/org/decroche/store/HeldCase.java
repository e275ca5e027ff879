package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.Outcome.Stale;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** A case as it stands, held until the end of the change: nobody else changes it meanwhile. */
record HeldCase(
    long id,
    long customer,
    Details details,
    AgentId owner,
    CaseStatus status,
    @Nullable Instant until,
    int version) {

  /** Refuses when it has changed since the version that somebody saw. */
  static Outcome<HeldCase> at(Handle handle, long id, int seen) {
    Optional<HeldCase> found = any(handle, id);
    if (found.isEmpty()) {
      return new NotFound<>("id");
    }
    return found.get().version == seen ? new Done<>(found.get()) : stale(handle, id, seen);
  }

  /** In whatever version. */
  static Optional<HeldCase> any(Handle handle, long id) {
    return handle
        .createQuery("select * from cases where id = :id for update")
        .bind("id", id)
        .map(HeldCase::row)
        .findOne();
  }

  private static HeldCase row(ResultSet row, StatementContext context) throws SQLException {
    return new HeldCase(
        row.getLong("id"),
        row.getLong("customer_id"),
        new Details(
            row.getString("title"),
            row.getString("customer_words"),
            row.getString("effect"),
            row.getString("technical")),
        new AgentId(row.getLong("owner_id")),
        Words.read(CaseStatus.class, row.getString("status")),
        AgentRows.instantOrNull(row, "waiting_until"),
        row.getInt("version"));
  }

  private static Stale<HeldCase> stale(Handle handle, long id, int seen) {
    List<TimelineEntry> since =
        handle
            .createQuery(
                TimelineRows.SELECT
                    + "where t.case_id = :case and t.version > :seen order by t.version")
            .bind("case", id)
            .bind("seen", seen)
            .map(TimelineRows::entry)
            .list();
    Set<String> what = new LinkedHashSet<>();
    String by = "";
    for (TimelineEntry entry : since) {
      what.addAll(fields(entry));
      by = entry.author().map(CallRecord.Agent::name).orElse("");
    }
    return new Stale<>(by, List.copyOf(what));
  }

  private static Set<String> fields(TimelineEntry entry) {
    return switch (entry.kind()) {
      case WORDS, IMPORTED -> new JsonObject(entry.detail()).fieldNames();
      case STATUS, CLOSED, REOPENED -> Set.of("status");
      case OWNER -> Set.of("ownerId");
      case CUSTOMER -> Set.of("customerId");
      // They only add.
      case OPENED, NOTE, CORRECTION, EXCEPTION, CALL, MESSAGE -> Set.of();
      case PROMISE_MADE, PROMISE_KEPT, PROMISE_BROKEN, PROMISE_PASSED_ON -> Set.of();
      case ERRAND_ADDED, ERRAND_CHASED, ERRAND_DONE, ERRAND_DROPPED -> Set.of();
    };
  }

  /** The line of a change that makes the next version. */
  TimelineLine changed(AgentId by, Kind kind, Instant now) {
    return TimelineLine.by(by, id, kind, now).making(version + 1);
  }
}
