package org.decroche.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A customer base that a look-up has to be good for: 50,000 people with a number each, 200,000 past
 * calls, and among the callers of the measure one in four with an open case, one in four who talked
 * with somebody lately, half of them strangers. All numbers are kept for fiction by the regulator.
 */
final class Customers {
  private static final String[] STATEMENTS = {
    """
    create temporary table everybody as
    select i, '+33' || (array['63998', '19900', '26191', '35301', '46571'])[1 + i / 10000]
      || lpad((i % 10000)::text, 4, '0') as number
    from generate_series(0, 49999) i where i >= 10000 or i % 2 = 0
    """,
    "create temporary table staff as select id, row_number() over (order by id) - 1 as nth,"
        + " count(*) over () as size from agents where role = 'agent'",
    // By keys, so that a house that has them already, or others with these numbers, is no worse for
    // it.
    """
    insert into customers (key, name) select 'bench-' || i, 'Customer ' || i from everybody order by i on conflict do nothing
    """,
    """
    create temporary table person as
    select i, number, customers.id as customer_id from everybody join customers on key = 'bench-' || i
    """,
    """
    insert into customer_numbers (number, customer_id) select number, customer_id from person on conflict do nothing
    """,
    """
    insert into cases (key, customer_id, title, customer_words, owner_id)
    select 'bench-' || i, customer_id, 'Box without power supply', 'It came without its power supply.', staff.id
    from person join staff on nth = i / 4 % size where i % 4 = 0 on conflict do nothing
    """,
    """
    insert into timeline (key, case_id, kind, author_id, text)
    select 'bench-' || i || '-' || n, cases.id, 'note', owner_id, 'Note ' || n || ': sent another one.'
    from person join cases on key = 'bench-' || i, generate_series(1, 3) n on conflict do nothing
    """,
    """
    insert into calls (id, number_kind, number, customer_id, arrived_at, answered_at, answered_by,
      ended_at, ending)
    select 'before-' || i || '-' || n, 'number', number, customer_id, at, at + interval '5 s', staff.id,
      at + interval '65 s', 'caller-hung-up'
    from person join staff on nth = i / 4 % size,
      generate_series(1, 5) n, lateral (select now() - n * interval '10 days' as at) as times
    where i >= 10000 or i % 4 = 2 on conflict do nothing
    """,
    "analyze customers, customer_numbers, cases, timeline, calls"
  };

  private Customers() {}

  static void load(Place place) throws IOException, SQLException {
    try (Connection database =
            DriverManager.getConnection(place.database(), "decroche", place.secret("database"));
        Statement statement = database.createStatement()) {
      for (String each : STATEMENTS) {
        statement.execute(each);
      }
    }
  }
}
