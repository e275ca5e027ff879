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
    """
    with person as (
      insert into customers (name) select 'Customer ' || i from everybody order by i returning id, name)
    insert into customer_numbers (number, customer_id)
    select number, person.id from person join everybody on name = 'Customer ' || i
    """,
    """
    insert into cases (customer_id, title, customer_words, owner_id)
    select customer_id, 'Box without power supply', 'It came without its power supply.', staff.id
    from everybody join customer_numbers using (number) join staff on nth = i / 4 % size
    where i % 4 = 0
    """,
    """
    insert into timeline (case_id, kind, author_id, text)
    select id, 'note', owner_id, 'Note ' || n || ': sent another one.' from cases, generate_series(1, 3) n
    """,
    """
    insert into calls (id, number_kind, number, customer_id, arrived_at, answered_at, answered_by,
      ended_at, ending)
    select 'before-' || i || '-' || n, 'number', number, customer_id, at, at + interval '5 s', staff.id,
      at + interval '65 s', 'caller-hung-up'
    from everybody join customer_numbers using (number) join staff on nth = i / 4 % size,
      generate_series(1, 5) n, lateral (select now() - n * interval '10 days' as at) as times
    where i >= 10000 or i % 4 = 2
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
