package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The people who call. */
public final class Customers {
  private final Database database;

  public Customers(Database database) {
    this.database = database;
  }

  /** Everybody who uses this number, by name. */
  public List<Customer> using(PhoneNumber number, int limit) {
    return database.read(
        handle ->
            CustomerRows.gathered(
                handle
                    .createQuery(
                        CustomerRows.SELECT.formatted(
                                """
                                (select * from customers where id in
                                  (select customer_id from customer_numbers where number = :number)
                                order by name, id limit :limit)
                                """)
                            + CustomerRows.BY_NAME)
                    .bind("number", number.e164())
                    .bind("limit", limit)));
  }

  public Optional<Customer> byId(long id) {
    return database.read(handle -> find(handle, id));
  }

  /** The people of a firm, by name; at most 200. */
  public List<CallRecord.Person> peopleOf(long firm) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select id, name from customers where firm_id = :firm and merged_into is null
                    order by name, id limit 200
                    """)
                .bind("firm", firm)
                .map(
                    (row, context) ->
                        new CallRecord.Person(row.getLong("id"), row.getString("name")))
                .list());
  }

  /** The person and all numbers, or nothing. Refuses a firm that is none. */
  public Outcome<Customer> create(Details details, List<Line> numbers) {
    return Refusals.judged(
        database,
        handle -> {
          if (!isFirm(handle, details)) {
            return new NotFound<>("firmId");
          }
          long id =
              bound(
                      handle.createQuery(
                          """
                          insert into customers (name, note, language, kind, called, firm_id)
                          values (:name, :note, :language, :kind, :called, :firm) returning id
                          """),
                      details)
                  .mapTo(Long.class)
                  .one();
          for (Line line : numbers) {
            add(handle, id, line);
          }
          return standing(handle, id);
        });
  }

  /**
   * Changes what one may write of a customer, whole. Refuses one that was merged into another
   * (conflict on {@code mergedInto}), a firm that is none, and to make a person of a firm that has
   * people (conflict on {@code kind}).
   *
   * @param version the one that somebody saw
   */
  public Outcome<Customer> change(long id, int version, Details details, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle ->
            HeldCustomer.at(handle, id, version)
                .then(held -> change(handle, held, details, by, now)));
  }

  private static Outcome<Customer> change(
      Handle handle, HeldCustomer held, Details details, AgentId by, Instant now) {
    if (held.customer().mergedInto().isPresent()) {
      return new Conflict<>("mergedInto");
    }
    if (!isFirm(handle, details)) {
      return new NotFound<>("firmId");
    }
    if (details.kind() == Customer.Kind.PERSON && hasPeople(handle, held.id())) {
      return new Conflict<>("kind");
    }
    JsonObject changed = CustomerChanges.between(held.customer().details(), details);
    if (!changed.isEmpty()) {
      bound(
              handle.createUpdate(
                  """
                  update customers set name = :name, note = :note, language = :language, kind = :kind,
                    called = :called, firm_id = :firm, version = version + 1
                  where id = :id
                  """),
              details)
          .bind("id", held.id())
          .execute();
      CustomerChanges.note(handle, held.id(), held.customer().version() + 1, changed, by, now);
    }
    return standing(handle, held.id());
  }

  /** Adding a number they have already changes its label. */
  public Outcome<Customer> addNumber(long id, Line line, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          Optional<HeldCustomer> held = HeldCustomer.any(handle, id);
          if (held.isEmpty()) {
            return new NotFound<>("id");
          }
          if (held.get().customer().mergedInto().isPresent()) {
            return new Conflict<>("mergedInto");
          }
          add(handle, id, line);
          CustomerChanges.note(
              handle, id, null, new JsonObject().put("numberAdded", line.number().e164()), by, now);
          return standing(handle, id);
        });
  }

  public Outcome<Customer> removeNumber(long id, PhoneNumber number, AgentId by, Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      "delete from customer_numbers where customer_id = :id and number = :number")
                  .bind("id", id)
                  .bind("number", number.e164())
                  .execute();
          if (rows == 0) {
            return new NotFound<>("number");
          }
          CustomerChanges.note(
              handle, id, null, new JsonObject().put("numberRemoved", number.e164()), by, now);
          return standing(handle, id);
        });
  }

  private static boolean isFirm(Handle handle, Details details) {
    return details.firm().isEmpty()
        || handle
            .createQuery(
                """
                select exists (select from customers
                  where id = :id and kind = 'firm' and merged_into is null for share)
                """)
            .bind("id", details.firm().get())
            .mapTo(Boolean.class)
            .one();
  }

  private static boolean hasPeople(Handle handle, long firm) {
    return handle
        .createQuery("select exists (select from customers where firm_id = :id)")
        .bind("id", firm)
        .mapTo(Boolean.class)
        .one();
  }

  private static void add(Handle handle, long id, Line line) {
    handle
        .createUpdate(
            """
            insert into customer_numbers (number, customer_id, label) values (:number, :id, :label)
            on conflict (number, customer_id) do update set label = excluded.label
            """)
        .bind("number", line.number().e164())
        .bind("id", id)
        .bind("label", Words.orNull(line.label()))
        .execute();
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Details details) {
    return statement
        .bind("name", details.name().strip())
        .bind("note", Words.orNull(details.note()))
        .bind("language", Words.orNull(details.language()))
        .bind("kind", Words.spelt(details.kind()))
        .bind("called", Words.orNull(details.called()))
        .bind("firm", details.firm().orElse(null));
  }

  static Outcome<Customer> standing(Handle handle, long id) {
    return find(handle, id).<Outcome<Customer>>map(Done::new).orElseGet(() -> new NotFound<>("id"));
  }

  static Optional<Customer> find(Handle handle, long id) {
    return CustomerRows.gathered(
            handle
                .createQuery(
                    CustomerRows.SELECT.formatted("(select * from customers where id = :id)")
                        + CustomerRows.BY_NAME)
                .bind("id", id))
        .stream()
        .findFirst();
  }
}
