package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What many customers should hear from us before they call. */
public final class Alerts {
  private static final int MOST = 1_000;

  private static final String SELECT =
      """
      select l.*, (select count(*) from alert_customers c where c.alert_id = l.id) as customers,
        (select count(*) from customers_to_alert c where c.alert_id = l.id) as to_call
      from alerts l
      """;

  private static final String MATCHED =
      """
      select n.number as known, n.customer_id from customer_numbers n
      where n.number = any(:numbers) and not exists (select from shared_numbers s where s.number = n.number)
      union all
      select k.key, kept_customer(k.id) from customers k where k.key = any(:keys)
      """;

  private final Database database;

  public Alerts(Database database) {
    this.database = database;
  }

  /**
   * An alert.
   *
   * @param customers how many it is about
   * @param toCall how many of them nobody has talked with since
   */
  public record Alert(
      long id,
      String key,
      String title,
      Instant since,
      Instant received,
      boolean over,
      int customers,
      int toCall) {}

  /** What one may say of it. */
  public record Told(String key, String title, Instant since) {}

  /**
   * What came of bringing one in.
   *
   * @param unknown the numbers and keys of nobody we know, and those of many people; they are not
   *     kept
   */
  public record Brought(Alert alert, List<String> unknown) {
    public Brought {
      unknown = List.copyOf(unknown);
    }
  }

  /**
   * Somebody who should hear of it.
   *
   * @param agent whose it is to call them; empty when nobody was found
   * @param told whether somebody has talked with them since it came
   */
  public record Whom(Person customer, Optional<Agent> agent, boolean told) {}

  /**
   * Brings one in, or adds to the one of that key: its title and time become these, whoever is on
   * it stays. One that was over begins anew.
   */
  public Brought bring(
      Told told, List<PhoneNumber> numbers, List<String> keys, AgentId by, Instant now) {
    return database.longWrite(
        handle -> {
          long alert = upsert(handle, told, by, now);
          List<String> wanted =
              java.util.stream.Stream.concat(numbers.stream().map(PhoneNumber::e164), keys.stream())
                  .distinct()
                  .toList();
          List<Match> found =
              handle
                  .createQuery(MATCHED)
                  .bindArray(
                      "numbers", String.class, numbers.stream().map(PhoneNumber::e164).toList())
                  .bindArray("keys", String.class, keys)
                  .map((row, context) -> new Match(row.getString(1), row.getLong(2)))
                  .list();
          assign(
              handle,
              alert,
              KeptCustomer.of(handle, found.stream().map(Match::customer).distinct().toList()));
          List<String> known = found.stream().map(Match::known).toList();
          return new Brought(
              find(handle, told.key()).orElseThrow(),
              wanted.stream().filter(one -> !known.contains(one)).toList());
        });
  }

  /** Those that are not over, newest first. */
  public List<Alert> open() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT + "where l.over_at is null order by l.received_at desc, l.id desc")
                .map(Alerts::alert)
                .list());
  }

  /** Nobody need be called for it any more. Empty when there is none of that key. */
  public Optional<Alert> end(String key, Instant now) {
    return database.write(
        handle -> {
          handle
              .createUpdate("update alerts set over_at = coalesce(over_at, :now) where key = :key")
              .bind("key", key)
              .bind("now", now)
              .execute();
          return find(handle, key);
        });
  }

  /**
   * Whom it is about, those to be called first; at most 1,000. Empty when there is no such alert.
   */
  public Optional<List<Whom>> customers(String key) {
    return database.read(
        handle ->
            find(handle, key)
                .map(
                    alert ->
                        handle
                            .createQuery(
                                """
                                select k.id, k.name, c.agent_id, a.name as agent_name,
                                  not exists (select from customers_to_alert w where w.alert_id = c.alert_id and w.customer_id = c.customer_id) as told
                                from alert_customers c join customers k on k.id = c.customer_id left join agents a on a.id = c.agent_id
                                where c.alert_id = :alert order by told, k.name, k.id limit :most
                                """)
                            .bind("alert", alert.id())
                            .bind("most", MOST)
                            .map(Alerts::whom)
                            .list()));
  }

  private record Match(String known, long customer) {}

  private static long upsert(Handle handle, Told told, AgentId by, Instant now) {
    return handle
        .createQuery(
            """
            insert into alerts (key, title, since, received_at, received_by) values (:key, :title, :since, :now, :by)
            on conflict (key) do update set title = excluded.title, since = excluded.since, over_at = null,
              received_at = case when alerts.over_at is null then alerts.received_at else excluded.received_at end
            returning id
            """)
        .bind("key", told.key())
        .bind("title", told.title())
        .bind("since", told.since())
        .bind("now", now)
        .bind("by", by.value())
        .mapTo(Long.class)
        .one();
  }

  /** Each to the customer's own agent; the rule stands in the database, for imports as well. */
  private static void assign(Handle handle, long alert, List<Long> customers) {
    handle
        .createQuery("select assign_alert(:alert, :customers)")
        .bind("alert", alert)
        .bindArray("customers", Long.class, customers)
        .map((row, context) -> true)
        .one();
  }

  private static Optional<Alert> find(Handle handle, String key) {
    return handle
        .createQuery(SELECT + "where l.key = :key")
        .bind("key", key)
        .map(Alerts::alert)
        .findOne();
  }

  private static Alert alert(ResultSet row, StatementContext context) throws SQLException {
    return new Alert(
        row.getLong("id"),
        row.getString("key"),
        row.getString("title"),
        AgentRows.instant(row, "since"),
        AgentRows.instant(row, "received_at"),
        row.getObject("over_at") != null,
        row.getInt("customers"),
        row.getInt("to_call"));
  }

  private static Whom whom(ResultSet row, StatementContext context) throws SQLException {
    String agent = row.getString("agent_name");
    return new Whom(
        new Person(row.getLong("id"), row.getString("name")),
        agent == null
            ? Optional.empty()
            : Optional.of(new Agent(new AgentId(row.getLong("agent_id")), agent)),
        row.getBoolean("told"));
  }
}
