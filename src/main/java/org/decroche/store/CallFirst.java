package org.decroche.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Customers who should hear from us before they have to call. One question finds them all. */
public final class CallFirst {
  /** More than anybody calls in a day; the rest shows when these are done. */
  private static final int MOST = 200;

  /** Each reason is one part of the list, with the same columns. */
  private static final String LINES =
      """
      select 'promise-late' as why, m.due_at as since, m.what as about, k.id as case_id, k.title,
        k.customer_id, m.by_id as owner_id, m.id as promise_id, null::bigint as errand_id
      from promises m join cases k on k.id = m.case_id
      where m.state = 'open' and m.due_at < :now
      union all
      select 'errand-late', e.due_at, e.what, k.id, k.title, k.customer_id, k.owner_id, null, e.id
      from errands e join cases k on k.id = e.case_id
      where e.state = 'open' and e.due_at < :now and k.status <> 'closed'
      union all
      select 'case-quiet', k.touched_at, null, k.id, k.title, k.customer_id, k.owner_id, null, null
      from cases k
      where k.status <> 'closed' and k.status <> 'waiting-for-customer' and k.touched_at < :quiet
      union all
      select 'alert', w.since, w.title, k.id, k.title, w.customer_id, w.agent_id, null, null
      from customers_to_alert w left join lateral (
        select id, title from cases where customer_id = w.customer_id and status <> 'closed'
        order by touched_at desc, id desc limit 1) k on true
      """;

  private static final String SELECT =
      """
      select f.*, c.name as customer_name, o.name as owner_name,
        array(select n.number::text from customer_numbers n where n.customer_id = c.id order by n.number) as numbers
      from (%s) f
      join customers c on c.id = f.customer_id
      left join agents o on o.id = f.owner_id
      """
          .formatted(LINES);

  private static final String OLDEST_FIRST =
      " order by f.since, f.case_id, f.promise_id, f.errand_id limit " + MOST;

  private final Database database;

  public CallFirst(Database database) {
    this.database = database;
  }

  public enum Why {
    PROMISE_LATE,
    ERRAND_LATE,
    /** Nobody has touched the case for as long as the house says. */
    CASE_QUIET,
    /** Something was told of them from outside, as that their line is down. */
    ALERT
  }

  /**
   * Somebody to be called.
   *
   * @param since when it was due; of a quiet case, when it was touched last; of an alert, since
   *     when it is so
   * @param about what was promised, what a third party owes, or what is told of them; null for a
   *     quiet case
   * @param caseId of an alert, their open case touched last; null when they have none
   * @param owner whose it is to call; empty for an alert that nobody was found for
   * @param numbers where they can be called
   */
  public record Line(
      Why why,
      Instant since,
      @Nullable String about,
      Person customer,
      List<PhoneNumber> numbers,
      @Nullable Long caseId,
      @Nullable String caseTitle,
      Optional<Agent> owner,
      Optional<Long> promise,
      Optional<Long> errand) {
    public Line {
      numbers = List.copyOf(numbers);
    }
  }

  /** An agent's own, and what is late of those they stand in for; the oldest first; at most 200. */
  public List<Line> of(AgentId agent, Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "where (f.owner_id = :agent or o.deputy_id = :agent and f.why <> 'case-quiet')"
                        + OLDEST_FIRST)
                .bind("agent", agent.value())
                .bind("now", now)
                .bind("quiet", now.minus(HouseSettings.quiet(handle)))
                .map(CallFirst::line)
                .list());
  }

  /** Everybody's, the oldest first; at most 200. */
  public List<Line> all(Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + OLDEST_FIRST)
                .bind("now", now)
                .bind("quiet", now.minus(HouseSettings.quiet(handle)))
                .map(CallFirst::line)
                .list());
  }

  /**
   * Cases that nobody has touched for twice as long as the house says: not their owner's alone any
   * more. The quietest first; at most 200.
   */
  public List<Line> quietForAll(Instant now) {
    return database.read(
        handle -> {
          Duration quiet = HouseSettings.quiet(handle);
          return handle
              .createQuery(SELECT + "where f.why = 'case-quiet'" + OLDEST_FIRST)
              .bind("now", now)
              .bind("quiet", now.minus(quiet.multipliedBy(2)))
              .map(CallFirst::line)
              .list();
        });
  }

  private static Line line(ResultSet row, StatementContext context) throws SQLException {
    return new Line(
        Words.read(Why.class, row.getString("why")),
        AgentRows.instant(row, "since"),
        row.getString("about"),
        new Person(row.getLong("customer_id"), row.getString("customer_name")),
        numbers(row.getArray("numbers")),
        row.getObject("case_id", Long.class),
        row.getString("title"),
        owner(row),
        Optional.ofNullable(row.getObject("promise_id", Long.class)),
        Optional.ofNullable(row.getObject("errand_id", Long.class)));
  }

  private static Optional<Agent> owner(ResultSet row) throws SQLException {
    String name = row.getString("owner_name");
    return name == null
        ? Optional.empty()
        : Optional.of(new Agent(new AgentId(row.getLong("owner_id")), name));
  }

  private static List<PhoneNumber> numbers(Array column) throws SQLException {
    return Arrays.stream((String[]) column.getArray()).map(PhoneNumber::new).toList();
  }
}
