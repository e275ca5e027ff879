package org.decroche.store;

import org.decroche.routing.caller.PhoneNumber;
import org.jdbi.v3.core.Handle;

/**
 * Who it is that wrote. Name and number are both hints: whoever reads the case sees them beside the
 * customer they led to.
 */
final class Senders {
  private static final String BY_NUMBER =
      """
      select c.id from customer_numbers n join customers c on c.id = n.customer_id
      where n.number = :number and (search_form(c.name) = search_form(:name)
        or not exists (select from shared_numbers s where s.number = :number)
          and not exists (select from customer_numbers o where o.number = :number and o.customer_id <> c.id))
      order by search_form(c.name) = search_form(:name) desc, c.id limit 1
      """;

  private Senders() {}

  /**
   * The one of the number who is called so, else the only one of the number, else somebody new.
   *
   * @param written with name and number
   */
  static long find(Handle handle, Messages.Written written) {
    String name = written.name().orElseThrow().strip();
    PhoneNumber number = written.number().orElseThrow();
    return handle
        .createQuery(BY_NUMBER)
        .bind("number", number.e164())
        .bind("name", name)
        .mapTo(Long.class)
        .findOne()
        .flatMap(found -> KeptCustomer.of(handle, found))
        .orElseGet(() -> create(handle, name, number));
  }

  private static long create(Handle handle, String name, PhoneNumber number) {
    return handle
        .createQuery(
            """
            with anew as (insert into customers (name) values (:name) returning id),
              line as (insert into customer_numbers (number, customer_id) select :number, id from anew)
            select id from anew
            """)
        .bind("name", name)
        .bind("number", number.e164())
        .mapTo(Long.class)
        .one();
  }
}
