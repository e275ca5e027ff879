package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One act that takes a person out of everything we keep (issue 4, Privacy). Numbers that others use
 * as well, or that are known to be many people's, stay with those others; everything that is this
 * person's alone goes, and what remains is counts and times.
 */
public final class Forgetting {
  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private static final String THEIR_NUMBERS =
      """
      select t.number, exists (select from customer_numbers n where n.number = t.number and n.customer_id <> :id)
          or exists (select from shared_numbers s where s.number = t.number)
          or exists (select from front_doors d where d.number = t.number)
          or exists (select from agents a where a.outside_number = t.number) as others
      from (select number::text from customer_numbers where customer_id = :id
        union select number from calls where customer_id = :id and number_kind = 'number'
        union select number::text from debts where customer_id = :id) t (number)
      """;

  private final Database database;

  public Forgetting(Database database) {
    this.database = database;
  }

  /**
   * What was done.
   *
   * @param removed how much of each kind
   * @param numbersKept how many of their numbers are others' as well
   * @param mentioned where their name or number still stands in what was written about others: a
   *     person has to look; empty when that could not be looked for
   */
  public record Report(
      Instant at,
      Map<String, Long> removed,
      long numbersKept,
      Optional<List<Mentions.Place>> mentioned) {
    public Report {
      removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
      mentioned = mentioned.map(List::copyOf);
    }
  }

  /**
   * Forgets them. Blocks, for seconds where much is kept.
   *
   * @param name theirs as it stands: whoever types it means this person and no other
   * @return a conflict while a call goes on that is theirs or that they were brought into, or
   *     somebody's name of another spelling is invalid; nothing has changed then
   */
  public Outcome<Report> forget(long customer, String name, AgentId by, Instant now) {
    return database
        .longWrite(handle -> forget(handle, customer, name, by, now))
        .then(gone -> new Done<>(gone.report(mentioned(gone))));
  }

  /**
   * What forgetting somebody would do.
   *
   * @param numbersKept how many of their numbers are others' as well
   * @param onThePhone whether one of their calls goes on: then it would be refused
   */
  public record Preview(Map<String, Long> removed, long numbersKept, boolean onThePhone) {
    public Preview {
      removed = Collections.unmodifiableMap(new LinkedHashMap<>(removed));
    }
  }

  /**
   * What would be removed now, counted by the statements that remove it; all of it is taken back.
   * Empty when there is nobody.
   */
  public Optional<Preview> preview(long customer, Instant now) {
    return database.longWrite(
        handle -> {
          boolean known =
              handle
                  .createQuery(
                      "select exists (select from customers where id = :id and merged_into is null)")
                  .bind("id", customer)
                  .mapTo(Boolean.class)
                  .one();
          if (!known) {
            return Optional.empty();
          }
          Map<String, Boolean> numbers = numbers(handle, customer);
          List<String> alone = alone(numbers);
          boolean onThePhone = isOnThePhone(handle, customer, alone);
          Removed removed = new Removed();
          if (!onThePhone) { // a call that goes on is written to, and would wait for us
            erase(handle, customer, alone, removed, now);
          }
          handle.rollback();
          return Optional.of(
              new Preview(removed.counts(), numbers.size() - alone.size(), onThePhone));
        });
  }

  /**
   * Looked for when they are gone already, for that reads every text there is: the calls that
   * happen meanwhile are not to wait for it. What is done stays done when it fails.
   */
  private Optional<List<Mentions.Place>> mentioned(Gone gone) {
    try {
      return Optional.of(
          database.longWrite(
              handle -> {
                handle.execute("set transaction read only");
                return Mentions.of(handle, gone.name(), gone.numbers());
              }));
    } catch (RuntimeException failure) {
      LOG.error("whoever was forgotten may stand in texts about others: not looked for", failure);
      return Optional.empty();
    }
  }

  /** Somebody who is forgotten; name and numbers are known a moment longer. */
  private record Gone(
      Instant at, String name, List<String> numbers, Map<String, Long> removed, long numbersKept) {
    Report report(Optional<List<Mentions.Place>> mentioned) {
      return new Report(at, removed, numbersKept, mentioned);
    }
  }

  private static Outcome<Gone> forget(
      Handle handle, long customer, String name, AgentId by, Instant now) {
    Optional<String> known =
        handle
            .createQuery(
                "select name from customers where id = :id and merged_into is null for update")
            .bind("id", customer)
            .mapTo(String.class)
            .findOne();
    if (known.isEmpty()) {
      return new NotFound<>("id");
    }
    if (!known.get().equals(name)) {
      return new Invalid<>("name");
    }
    Map<String, Boolean> numbers = numbers(handle, customer);
    List<String> alone = alone(numbers);
    if (isOnThePhone(handle, customer, alone)) {
      return new Conflict<>("id");
    }
    Removed removed = new Removed();
    erase(handle, customer, alone, removed, now);
    handle
        .createUpdate(
            """
            insert into erasures (at, agent_id, customer_id, removed) values (:now, :by, :id, :removed::jsonb)
            """)
        .bind("now", now)
        .bind("by", by.value())
        .bind("id", customer)
        .bind("removed", new JsonObject(new LinkedHashMap<>(removed.counts())).encode())
        .execute();
    return new Done<>(
        new Gone(now, known.get(), alone, removed.counts(), (long) numbers.size() - alone.size()));
  }

  private static void erase(
      Handle handle, long customer, List<String> alone, Removed removed, Instant now) {
    // Who turned out to be them is them: nothing but a name stands there still.
    for (long gone : ids(handle, "select id from customers where merged_into = :id", customer)) {
      erase(handle, gone, List.of(), removed, now);
    }
    // Before their cases, which would take them along uncounted.
    removed.add(
        "messages", update(handle, "delete from messages where customer_id = :id", customer));
    removed.add(
        "alerts", update(handle, "delete from alert_customers where customer_id = :id", customer));
    dropSenders(handle, alone);
    SettingChanges.dropNumbers(handle, alone);
    List<Long> cases = ids(handle, "select id from cases where customer_id = :id", customer);
    ErasedCases.erase(handle, cases, removed);
    removed.add(
        "drafts", Drafts.erase(handle, List.of("new-case-" + customer, "customer-" + customer)));
    removed.add("debts", debts(handle, customer, alone, removed));
    AnonymousCalls.dropNumbers(handle, alone);
    List<String> calls = calls(handle, customer, alone);
    removed.add("drafts", Drafts.eraseOfCalls(handle, calls));
    removed.add("calls", AnonymousCalls.make(handle, calls, now));
    removed.add(
        "access-log",
        update(
            handle,
            """
            update access_log set customer_ids = array_remove(customer_ids, :id), words = null
            where customer_ids @> array[:id]::bigint[]
            """,
            customer));
    removed.add(
        "numbers",
        update(handle, "delete from customer_numbers where customer_id = :id", customer));
    removed.add("customers", update(handle, "delete from customers where id = :id", customer));
  }

  /** With whether each is others' as well. */
  private static Map<String, Boolean> numbers(Handle handle, long customer) {
    Map<String, Boolean> numbers = new LinkedHashMap<>();
    handle
        .createQuery(THEIR_NUMBERS)
        .bind("id", customer)
        .map((row, context) -> numbers.put(row.getString("number"), row.getBoolean("others")))
        .list();
    return numbers;
  }

  private static List<String> alone(Map<String, Boolean> numbers) {
    return numbers.entrySet().stream()
        .filter(one -> !one.getValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** On a call of their own, or brought into somebody else's: a restart has to know them by it. */
  private static boolean isOnThePhone(Handle handle, long customer, List<String> alone) {
    return handle
        .createQuery(
            """
            select exists (select from calls where ended_at is null
                and (customer_id = :id or number_kind = 'number' and number = any(:numbers)))
              or exists (select from call_steps s join calls c on c.id = s.call_id and c.ended_at is null
                where s.kind = 'outside' and s.detail ->> 'number' = any(:numbers))
            """)
        .bind("id", customer)
        .bindArray("numbers", String.class, alone)
        .mapTo(Boolean.class)
        .one();
  }

  private static List<String> calls(Handle handle, long customer, List<String> alone) {
    return handle
        .createQuery(
            "select id from calls where customer_id = :id or number_kind = 'number' and number = any(:numbers)")
        .bind("id", customer)
        .bindArray("numbers", String.class, alone)
        .mapTo(String.class)
        .list();
  }

  /** Somebody else who called from this person's phone is called back on a number of their own. */
  private static int debts(Handle handle, long customer, List<String> alone, Removed removed) {
    handle
        .createUpdate(
            """
            update debts d set number = n.number
            from (select customer_id, min(number) as number from customer_numbers group by customer_id) n
            where d.number = any(:numbers) and d.customer_id <> :id and n.customer_id = d.customer_id
            """)
        .bind("id", customer)
        .bindArray("numbers", String.class, alone)
        .execute();
    List<Long> theirs =
        handle
            .createQuery("select id from debts where customer_id = :id or number = any(:numbers)")
            .bind("id", customer)
            .bindArray("numbers", String.class, alone)
            .mapTo(Long.class)
            .list();
    Bygone.debts(handle, theirs);
    removed.add(
        "drafts", Drafts.erase(handle, theirs.stream().map(debt -> "debt-" + debt).toList()));
    return handle
        .createUpdate("delete from debts where id = any(:ids)")
        .bindArray("ids", Long.class, theirs)
        .execute();
  }

  /** Somebody else who wrote that they may be called there. */
  private static void dropSenders(Handle handle, List<String> alone) {
    handle
        .createUpdate("update messages set number = null where number = any(:numbers)")
        .bindArray("numbers", String.class, alone)
        .execute();
  }

  private static List<Long> ids(Handle handle, String sql, long customer) {
    return handle.createQuery(sql).bind("id", customer).mapTo(Long.class).list();
  }

  private static int update(Handle handle, String sql, long customer) {
    return handle.createUpdate(sql).bind("id", customer).execute();
  }
}
