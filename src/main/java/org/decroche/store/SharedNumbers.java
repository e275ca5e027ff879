package org.decroche.store;

import java.util.List;
import org.decroche.routing.caller.PhoneNumber;

/** Numbers that many people call from. */
public final class SharedNumbers {
  private final Database database;

  public SharedNumbers(Database database) {
    this.database = database;
  }

  public List<PhoneNumber> all() {
    return database.read(
        handle ->
            handle
                .createQuery("select number from shared_numbers order by number")
                .mapTo(String.class)
                .map(PhoneNumber::new)
                .list());
  }

  /** Marks it, or takes the mark away; done twice, it is done once. */
  public void mark(PhoneNumber number, boolean shared) {
    String sql =
        shared
            ? "insert into shared_numbers values (:number) on conflict do nothing"
            : "delete from shared_numbers where number = :number";
    Integer unused =
        database.write(handle -> handle.createUpdate(sql).bind("number", number.e164()).execute());
  }
}
