package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.Promise.State;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What was promised to customers. A promise ends once, kept or broken, and stays on its case. */
public final class Promises {
  /** More than anybody keeps in a day; the rest shows when these are done. */
  private static final int MOST = 200;

  private static final String SELECT =
      """
      select m.*, k.title, k.customer_id, c.name as customer_name, a.name as by_name
      from promises m
      join cases k on k.id = m.case_id
      join customers c on c.id = k.customer_id
      join agents a on a.id = m.by_id
      """;

  private final Database database;

  public Promises(Database database) {
    this.database = database;
  }

  /** All of a case's, the ones due first, first; at most 200. */
  public List<Promise> of(long caseId) {
    return list("m.case_id = :case", query -> query.bind("case", caseId));
  }

  /**
   * What this agent is to keep, and what is late of those they stand in for; the ones due first,
   * first; at most 200.
   *
   * @param before only what is due before this moment, as the end of somebody's day
   */
  public List<Promise> openOf(AgentId agent, Optional<Instant> before, Instant now) {
    return list(
        """
        m.state = 'open' and (:before::timestamptz is null or m.due_at < :before) and (m.by_id = :agent
          or m.due_at < :now and exists (select from agents o where o.id = m.by_id and o.deputy_id = :agent))
        """,
        query ->
            query
                .bind("agent", agent.value())
                .bind("before", before.orElse(null))
                .bind("now", now));
  }

  /** Everybody's that are past due, the latest of them first; at most 200. */
  public List<Promise> late(Instant now) {
    return list("m.state = 'open' and m.due_at < :now", query -> query.bind("now", now));
  }

  /**
   * Refuses an unknown case, and somebody who is unknown or disabled: nobody would keep it.
   *
   * @param call on which it was made
   */
  public Outcome<Promise> make(
      long caseId,
      String what,
      AgentId by,
      Instant due,
      Optional<CallId> call,
      AgentId madeBy,
      Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          boolean mayOwn = Cases.mayOwn(handle, by);
          if (HeldCase.any(handle, caseId).isEmpty()) {
            return new NotFound<>("id");
          }
          if (!mayOwn) {
            return new NotFound<>("byId");
          }
          long id =
              handle
                  .createQuery(
                      """
                      insert into promises (case_id, what, by_id, due_at, made_at, made_by, call_id)
                      values (:case, :what, :by, :due, :now, :madeBy, :call) returning id
                      """)
                  .bind("case", caseId)
                  .bind("what", what.strip())
                  .bind("by", by.value())
                  .bind("due", due)
                  .bind("now", now)
                  .bind("madeBy", madeBy.value())
                  .bind("call", call.map(CallId::value).orElse(null))
                  .mapTo(Long.class)
                  .one();
          TimelineLine.by(madeBy, caseId, Kind.PROMISE_MADE, now)
              .saying(what.strip())
              .during(call)
              .ofPromise(id)
              .with("by", by.value())
              .with("dueAt", due.toString())
              .add(handle);
          return new Done<>(find(handle, id).orElseThrow());
        });
  }

  /** On which case it was made. */
  public Optional<Long> caseOf(long id) {
    return database.read(
        handle ->
            handle
                .createQuery("select case_id from promises where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
  }

  /**
   * Refuses one that is kept or broken already.
   *
   * @param why of a broken one, in a word; null for a kept one
   */
  public Outcome<Promise> end(long id, State how, @Nullable String why, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      """
                      update promises set state = :state, why = :why, ended_at = :now, ended_by = :by
                      where id = :id and state = 'open'
                      """)
                  .bind("id", id)
                  .bind("state", Words.spelt(how))
                  .bind("why", Words.orNull(why))
                  .bind("now", now)
                  .bind("by", by.value())
                  .execute();
          Optional<Promise> stands = find(handle, id);
          if (stands.isPresent() && rows == 0) {
            return new Conflict<>("state");
          }
          stands.ifPresent(promise -> note(handle, promise, by, now));
          return stands.<Outcome<Promise>>map(Done::new).orElseGet(() -> new NotFound<>("id"));
        });
  }

  private static void note(Handle handle, Promise ended, AgentId by, Instant now) {
    Kind kind = ended.state() == State.KEPT ? Kind.PROMISE_KEPT : Kind.PROMISE_BROKEN;
    TimelineLine.by(by, ended.caseId(), kind, now)
        .saying(ended.why())
        .ofPromise(ended.id())
        .with("what", ended.what())
        .add(handle);
  }

  private List<Promise> list(String which, UnaryOperator<Query> bound) {
    return database.read(
        handle ->
            bound
                .apply(
                    handle.createQuery(
                        SELECT + "where " + which + " order by m.due_at, m.id limit " + MOST))
                .map(Promises::promise)
                .list());
  }

  private static Optional<Promise> find(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "where m.id = :id")
        .bind("id", id)
        .map(Promises::promise)
        .findOne();
  }

  private static Promise promise(ResultSet row, StatementContext context) throws SQLException {
    return new Promise(
        row.getLong("id"),
        row.getLong("case_id"),
        row.getString("title"),
        new Person(row.getLong("customer_id"), row.getString("customer_name")),
        row.getString("what"),
        new Agent(new AgentId(row.getLong("by_id")), row.getString("by_name")),
        AgentRows.instant(row, "due_at"),
        AgentRows.instant(row, "made_at"),
        row.getString("call_id"),
        Words.read(State.class, row.getString("state")),
        AgentRows.instantOrNull(row, "ended_at"),
        row.getString("why"));
  }
}
