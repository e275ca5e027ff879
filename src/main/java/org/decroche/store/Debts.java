package org.decroche.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Whom we owe a call back. What makes and settles a debt is {@link WeighedCalls}. */
public final class Debts {
  /** More than anybody calls back in a day; the rest shows when these are done. */
  private static final int MOST = 200;

  private static final String THEIRS =
      """
      (d.owner_id = :agent
       or d.due_at < :now and exists (select from agents o where o.id = d.owner_id and o.deputy_id = :agent)
       or (d.owner_id is null or exists (select from agents o where o.id = d.owner_id and o.disabled))
         and exists (select from agents a where a.id = :agent and a.role = 'administrator'))
      """;

  private static final String DUE_FIRST = " order by d.due_at, d.id";

  private final Database database;

  public Debts(Database database) {
    this.database = database;
  }

  /**
   * What shows on this agent's desk: their own, the late ones of those they stand in for, and for
   * an administrator those of nobody. The ones due first, first; at most 200.
   */
  public List<Debt> of(AgentId agent, Instant now) {
    return list(
        DebtRows.IS_OPEN + " and " + THEIRS + DUE_FIRST,
        query -> query.bind("agent", agent.value()).bind("now", now));
  }

  /** Everybody's, the ones due first, first; at most 200. */
  public List<Debt> open() {
    return list(DebtRows.IS_OPEN + DUE_FIRST, query -> query);
  }

  /** Everybody's that are past due, the latest of them first; at most 200. */
  public List<Debt> late(Instant now) {
    return list(
        DebtRows.IS_OPEN + " and d.due_at < :now" + DUE_FIRST, query -> query.bind("now", now));
  }

  /** Those an administrator wrote off, the last one first; at most 200. */
  public List<Debt> writtenOff() {
    return list(
        "d.written_off_at is not null order by d.written_off_at desc, d.id", query -> query);
  }

  public Optional<Debt> byId(long id) {
    return database.read(handle -> find(handle, id));
  }

  /** Refuses one that is settled or written off already, and a reason that says nothing. */
  public Outcome<Debt> writeOff(long id, AgentId by, String reason, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      """
                      update debts d set written_off_at = :now, written_off_by = :by, written_off_reason = :reason
                      where id = :id and\s"""
                          + DebtRows.IS_OPEN)
                  .bind("id", id)
                  .bind("by", by.value())
                  .bind("reason", reason.strip())
                  .bind("now", now)
                  .execute();
          Optional<Debt> stands = find(handle, id);
          if (stands.isPresent() && rows == 0) {
            return new Conflict<>("id");
          }
          return stands.<Outcome<Debt>>map(Done::new).orElseGet(() -> new NotFound<>("id"));
        });
  }

  /**
   * Makes it somebody's to call back. Refuses one that is settled or written off already (conflict
   * on {@code id}), and somebody unknown or disabled.
   *
   * @param by whose doing it is, which stays on record
   */
  public Outcome<Debt> give(long id, AgentId to, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (!Cases.mayOwn(handle, to)) {
            return new NotFound<>("toId");
          }
          note(handle, id, to, by, now);
          int rows =
              handle
                  .createUpdate(
                      "update debts d set owner_id = :to where id = :id and " + DebtRows.IS_OPEN)
                  .bind("id", id)
                  .bind("to", to.value())
                  .execute();
          Optional<Debt> stands = find(handle, id);
          if (stands.isPresent() && rows == 0) {
            return new Conflict<>("id");
          }
          return stands.<Outcome<Debt>>map(Done::new).orElseGet(() -> new NotFound<>("id"));
        });
  }

  /** Nothing when it is theirs already, or nobody's to give any more. */
  private static void note(Handle handle, long id, AgentId to, AgentId by, Instant now) {
    handle
        .createUpdate(
            """
            insert into debt_assignments (debt_id, at, from_id, to_id, by_id)
            select d.id, :now, d.owner_id, :to, :by from debts d
            where d.id = :id and d.owner_id is distinct from :to and\s"""
                + DebtRows.IS_OPEN
                + " for update")
        .bind("id", id)
        .bind("to", to.value())
        .bind("by", by.value())
        .bind("now", now)
        .execute();
  }

  /** Whose desks show this debt. */
  public Set<AgentId> shownTo(long id, Instant now) {
    return database.read(handle -> shownTo(handle, List.of(id), now));
  }

  /** Whose desks change because debts have become late between these moments. */
  public Set<AgentId> becameLate(Instant after, Instant until) {
    return database.read(
        handle -> {
          List<Long> late =
              handle
                  .createQuery(
                      "select d.id from debts d where d.due_at >= :after and d.due_at < :until and "
                          + DebtRows.IS_OPEN)
                  .bind("after", after)
                  .bind("until", until)
                  .mapTo(Long.class)
                  .list();
          return shownTo(handle, late, until);
        });
  }

  static Set<AgentId> shownTo(Handle handle, List<Long> debts, Instant now) {
    if (debts.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery(
                """
            select a.id from agents a, debts d
            where d.id = any(:debts) and (a.id = d.owner_id
              or d.due_at < :now and exists (select from agents o where o.id = d.owner_id and o.deputy_id = a.id)
              or a.role = 'administrator'
                and (d.owner_id is null or exists (select from agents o where o.id = d.owner_id and o.disabled)))
            """)
            .bindArray("debts", Long.class, debts)
            .bind("now", now)
            .mapTo(Long.class)
            .map(AgentId::new)
            .list());
  }

  private List<Debt> list(String which, UnaryOperator<Query> bound) {
    return database.read(
        handle ->
            bound
                .apply(handle.createQuery(DebtRows.SELECT + "where " + which + " limit " + MOST))
                .map(DebtRows::debt)
                .list());
  }

  private static Optional<Debt> find(Handle handle, long id) {
    return handle
        .createQuery(DebtRows.SELECT + "where d.id = :id")
        .bind("id", id)
        .map(DebtRows::debt)
        .findOne();
  }
}
