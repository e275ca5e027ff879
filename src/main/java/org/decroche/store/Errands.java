package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Errand.Details;
import org.decroche.store.Errand.State;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * What third parties owe us. A case that waited for us waits for them as soon as an errand is
 * added, and for us again when the last one has ended.
 */
public final class Errands {
  /** More than anybody chases in a day; the rest shows when these are done. */
  private static final int MOST = 200;

  private static final String SELECT =
      """
      select e.*, k.title, k.customer_id, c.name as customer_name, k.owner_id, o.name as owner_name,
        asked.times, asked.last_at
      from errands e
      join cases k on k.id = e.case_id
      join customers c on c.id = k.customer_id
      join agents o on o.id = k.owner_id,
      lateral (select count(*) as times, max(at) as last_at from timeline
        where errand_id = e.id and kind = 'errand-chased') asked
      """;

  private final Database database;

  public Errands(Database database) {
    this.database = database;
  }

  /** All of a case's, the ones due first, first; at most 200. */
  public List<Errand> of(long matter) {
    return list("e.case_id = :case", query -> query.bind("case", matter));
  }

  /**
   * The open ones of this agent's cases, and the late ones of those they stand in for; the ones due
   * first, first; at most 200.
   *
   * @param before only what is due before this moment, as the end of somebody's day
   */
  public List<Errand> openOf(AgentId agent, Optional<Instant> before, Instant now) {
    return list(
        """
        e.state = 'open' and (:before::timestamptz is null or e.due_at < :before)
          and (k.owner_id = :agent or e.due_at < :now and o.deputy_id = :agent)
        """,
        query ->
            query
                .bind("agent", agent.value())
                .bind("before", before.orElse(null))
                .bind("now", now));
  }

  /** Everybody's that are past due, the latest of them first; at most 200. */
  public List<Errand> late(Instant now) {
    return list("e.state = 'open' and e.due_at < :now", query -> query.bind("now", now));
  }

  /** For which case it is. */
  public Optional<Long> caseOf(long id) {
    return database.read(
        handle ->
            handle
                .createQuery("select case_id from errands where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
  }

  /** Refuses an unknown case and a closed one (conflict on {@code status}). */
  public Outcome<Errand> add(
      long matter, Details wanted, Optional<CallId> call, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<HeldCase> held = HeldCase.any(handle, matter);
          if (held.isEmpty()) {
            return new NotFound<>("id");
          }
          if (!held.get().status().isOpen()) {
            return new Conflict<>("status");
          }
          long id = insert(handle, matter, wanted, by, now);
          TimelineLine.by(by, matter, Kind.ERRAND_ADDED, now)
              .saying(wanted.what().strip())
              .during(call)
              .ofErrand(id)
              .with("party", wanted.party().strip())
              .with("dueAt", wanted.due().toString())
              .add(handle);
          if (held.get().status() == CaseStatus.WAITING_FOR_US) {
            turn(handle, held.get(), CaseStatus.WAITING_FOR_THIRD_PARTY, by, now);
          }
          return new Done<>(find(handle, id).orElseThrow());
        });
  }

  private static long insert(Handle handle, long matter, Details wanted, AgentId by, Instant now) {
    return handle
        .createQuery(
            """
            insert into errands (case_id, party, contact, what, due_at, asked_at, asked_by)
            values (:case, :party, :contact, :what, :due, :now, :by) returning id
            """)
        .bind("case", matter)
        .bind("party", wanted.party().strip())
        .bind("contact", Words.orNull(wanted.contact()))
        .bind("what", wanted.what().strip())
        .bind("due", wanted.due())
        .bind("now", now)
        .bind("by", by.value())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Notes that somebody asked after it. Refuses one that has ended (conflict on {@code state}).
   *
   * @param due until when they now say it will come, if they do
   */
  public Outcome<Errand> chase(
      long id, String text, Optional<Instant> due, Optional<CallId> call, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<Errand> errand = held(handle, id);
          if (errand.isEmpty()) {
            return new NotFound<>("id");
          }
          if (errand.get().state() != State.OPEN) {
            return new Conflict<>("state");
          }
          due.ifPresent(
              promised ->
                  handle
                      .createUpdate("update errands set due_at = :due where id = :id")
                      .bind("id", id)
                      .bind("due", promised)
                      .execute());
          TimelineLine line =
              TimelineLine.by(by, errand.get().caseId(), Kind.ERRAND_CHASED, now)
                  .saying(text.strip())
                  .during(call)
                  .ofErrand(id)
                  .with("party", errand.get().party())
                  .with("what", errand.get().what());
          if (due.isPresent()) {
            line =
                line.with("dueWas", errand.get().due().toString())
                    .with("dueAt", due.get().toString());
          }
          line.add(handle);
          return new Done<>(find(handle, id).orElseThrow());
        });
  }

  /**
   * Refuses one that has ended already (conflict on {@code state}).
   *
   * @param words what became of it, 1 to 300 characters
   */
  public Outcome<Errand> end(long id, State how, String words, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<Errand> errand = held(handle, id);
          if (errand.isEmpty()) {
            return new NotFound<>("id");
          }
          if (errand.get().state() != State.OPEN) {
            return new Conflict<>("state");
          }
          handle
              .createUpdate(
                  """
                      update errands set state = :state, ended_at = :now, ended_by = :by, ended_words = :words
                      where id = :id
                      """)
              .bind("id", id)
              .bind("state", Words.spelt(how))
              .bind("now", now)
              .bind("by", by.value())
              .bind("words", words.strip())
              .execute();
          TimelineLine.by(
                  by,
                  errand.get().caseId(),
                  how == State.DONE ? Kind.ERRAND_DONE : Kind.ERRAND_DROPPED,
                  now)
              .saying(words.strip())
              .ofErrand(id)
              .with("party", errand.get().party())
              .with("what", errand.get().what())
              .add(handle);
          waitsForUsAgain(handle, errand.get().caseId(), by, now);
          return new Done<>(find(handle, id).orElseThrow());
        });
  }

  private static void waitsForUsAgain(Handle handle, long matter, AgentId by, Instant now) {
    if (!areOpen(handle, matter)) {
      HeldCase.any(handle, matter)
          .filter(held -> held.status() == CaseStatus.WAITING_FOR_THIRD_PARTY)
          .ifPresent(held -> turn(handle, held, CaseStatus.WAITING_FOR_US, by, now));
    }
  }

  private static void turn(
      Handle handle, HeldCase held, CaseStatus status, AgentId by, Instant now) {
    CaseChanges.move(handle, held, status, Optional.empty(), held.changed(by, Kind.STATUS, now));
  }

  /** Its case is held before the errand itself, in the order of every other change. */
  private static Optional<Errand> held(Handle handle, long id) {
    return find(handle, id)
        .flatMap(errand -> HeldCase.any(handle, errand.caseId()))
        .flatMap(held -> find(handle, id));
  }

  static boolean areOpen(Handle handle, long matter) {
    return handle
        .createQuery("select exists (select from errands where case_id = :case and state = 'open')")
        .bind("case", matter)
        .mapTo(Boolean.class)
        .one();
  }

  private List<Errand> list(String which, UnaryOperator<Query> bound) {
    return database.read(
        handle ->
            bound
                .apply(
                    handle.createQuery(
                        SELECT + "where " + which + " order by e.due_at, e.id limit " + MOST))
                .map(Errands::errand)
                .list());
  }

  private static Optional<Errand> find(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "where e.id = :id")
        .bind("id", id)
        .map(Errands::errand)
        .findOne();
  }

  private static Errand errand(ResultSet row, StatementContext context) throws SQLException {
    return new Errand(
        row.getLong("id"),
        row.getLong("case_id"),
        row.getString("title"),
        new Person(row.getLong("customer_id"), row.getString("customer_name")),
        new Agent(new AgentId(row.getLong("owner_id")), row.getString("owner_name")),
        row.getString("party"),
        row.getString("contact"),
        row.getString("what"),
        AgentRows.instant(row, "due_at"),
        AgentRows.instant(row, "asked_at"),
        row.getInt("times"),
        AgentRows.instantOrNull(row, "last_at"),
        Words.read(State.class, row.getString("state")),
        AgentRows.instantOrNull(row, "ended_at"),
        row.getString("ended_words"));
  }
}
