package org.decroche.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The people who call. */
public final class Customers {
  private static final int MOST_WORDS = 6;
  private static final String ORDER = " order by c.name, c.id, n.number";

  private final Database database;

  public Customers(Database database) {
    this.database = database;
  }

  /**
   * Everybody whose name has all these words or parts of words, accents and capitals aside; by
   * name.
   */
  public List<Customer> named(String text, int limit) {
    List<String> words = Arrays.stream(text.strip().split("\\s+")).limit(MOST_WORDS).toList();
    StringBuilder where = new StringBuilder("true");
    for (int word = 0; word < words.size(); word++) {
      where
          .append(" and search_form(name) like '%' || search_form(:word")
          .append(word)
          .append(") || '%'");
    }
    return database.read(
        handle -> {
          Query query =
              handle.createQuery(
                  CustomerRows.SELECT.formatted(
                          "(select * from customers where "
                              + where
                              + " order by name, id limit :limit)")
                      + ORDER);
          for (int word = 0; word < words.size(); word++) {
            query.bind("word" + word, literally(words.get(word)));
          }
          return CustomerRows.gathered(query.bind("limit", limit));
        });
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
                            + ORDER)
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
                        + ORDER)
                .bind("id", id))
        .stream()
        .findFirst();
  }

  /** In a pattern, what people type stands for itself. */
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
