package org.decroche.store;

import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
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

  /** The person and all numbers, or nothing. */
  public Outcome<Customer> create(Details details, List<Line> numbers) {
    return Refusals.judged(
        database,
        handle -> {
          long id =
              bound(
                      handle.createQuery(
                          "insert into customers (name, note, language) values (:name, :note, :language) returning id"),
                      details)
                  .mapTo(Long.class)
                  .one();
          for (Line line : numbers) {
            add(handle, id, line);
          }
          return standing(handle, id);
        });
  }

  public Outcome<Customer> change(long id, Details details) {
    return Refusals.judged(
        database,
        handle -> {
          bound(
                  handle.createUpdate(
                      "update customers set name = :name, note = :note, language = :language where id = :id"),
                  details)
              .bind("id", id)
              .execute();
          return standing(handle, id);
        });
  }

  /** Adding a number they have already changes its label. */
  public Outcome<Customer> addNumber(long id, Line line) {
    return Refusals.judged(
        database,
        handle -> {
          if (find(handle, id).isEmpty()) {
            return new NotFound<>("id");
          }
          add(handle, id, line);
          return standing(handle, id);
        });
  }

  public Outcome<Customer> removeNumber(long id, PhoneNumber number) {
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
          return rows == 0 ? new NotFound<>("number") : standing(handle, id);
        });
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
        .bind("language", Words.orNull(details.language()));
  }

  private static Outcome<Customer> standing(Handle handle, long id) {
    return find(handle, id).<Outcome<Customer>>map(Done::new).orElseGet(() -> new NotFound<>("id"));
  }

  private static Optional<Customer> find(Handle handle, long id) {
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
