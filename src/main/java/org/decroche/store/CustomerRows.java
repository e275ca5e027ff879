package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Customer.Kind;
import org.decroche.store.Customer.Line;
import org.jdbi.v3.core.statement.Query;

/** A person comes as one row for each number. */
final class CustomerRows {
  /** To be formatted with the customers to choose from. */
  static final String SELECT =
      """
      select c.id, c.name, c.note, c.language, c.kind, c.called, c.firm_id, f.name as firm_name,
        c.merged_into, m.name as merged_name, c.version, n.number, n.label
      from %s c
      left join customers f on f.id = c.firm_id
      left join customers m on m.id = c.merged_into
      left join customer_numbers n on n.customer_id = c.id
      """;

  static final String BY_NAME = " order by c.name, c.id, n.number";

  private CustomerRows() {}

  /** In the order of the rows. */
  static List<Customer> gathered(Query query) {
    var found = new LinkedHashMap<Long, Customer>();
    var lines = new LinkedHashMap<Long, List<Line>>();
    query
        .map(
            (row, context) -> {
              long id = row.getLong("id");
              found.putIfAbsent(id, bare(row, List.of()));
              List<Line> theirs = lines.computeIfAbsent(id, anew -> new ArrayList<>());
              String number = row.getString("number");
              if (number != null) {
                theirs.add(new Line(new PhoneNumber(number), row.getString("label")));
              }
              return id;
            })
        .list();
    return found.values().stream()
        .map(person -> withNumbers(person, lines.getOrDefault(person.id(), List.of())))
        .toList();
  }

  private static Customer bare(ResultSet row, List<Line> numbers) throws SQLException {
    return new Customer(
        row.getLong("id"),
        row.getString("name"),
        row.getString("note"),
        row.getString("language"),
        Words.read(Kind.class, row.getString("kind")),
        row.getString("called"),
        person(row, "firm_id", "firm_name"),
        person(row, "merged_into", "merged_name"),
        row.getInt("version"),
        numbers);
  }

  private static Customer withNumbers(Customer bare, List<Line> numbers) {
    return new Customer(
        bare.id(),
        bare.name(),
        bare.note(),
        bare.language(),
        bare.kind(),
        bare.called(),
        bare.firm(),
        bare.mergedInto(),
        bare.version(),
        numbers);
  }

  private static Optional<Person> person(ResultSet row, String id, String name)
      throws SQLException {
    String known = row.getString(name);
    return known == null ? Optional.empty() : Optional.of(new Person(row.getLong(id), known));
  }
}
