package org.decroche.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Line;
import org.jdbi.v3.core.statement.Query;

/** A person comes as one row for each number. */
final class CustomerRows {
  /** To be formatted with the customers to choose from. */
  static final String SELECT =
      """
      select c.id, c.name, c.note, c.language, n.number, n.label
      from %s c left join customer_numbers n on n.customer_id = c.id
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
              found.putIfAbsent(
                  id,
                  new Customer(
                      id,
                      row.getString("name"),
                      row.getString("note"),
                      row.getString("language"),
                      List.of()));
              List<Line> theirs = lines.computeIfAbsent(id, anew -> new ArrayList<>());
              String number = row.getString("number");
              if (number != null) {
                theirs.add(new Line(new PhoneNumber(number), row.getString("label")));
              }
              return id;
            })
        .list();
    return found.values().stream()
        .map(
            person ->
                new Customer(
                    person.id(),
                    person.name(),
                    person.note(),
                    person.language(),
                    lines.getOrDefault(person.id(), List.of())))
        .toList();
  }
}
