package org.decroche.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who a customer is now, held until the end of the change: whoever is being merged is waited for,
 * and what comes for them goes to the one who is kept. Without the hold it would land on somebody
 * who is gone, where nobody finds it.
 */
final class KeptCustomer {
  private KeptCustomer() {}

  /** Empty when nobody is called by this id. */
  static Optional<Long> of(Handle handle, long customer) {
    return of(handle, List.of(customer)).stream().findFirst();
  }

  /**
   * The same of several; each of them once, in the order of their numbers, in which merges hold
   * them too.
   */
  static List<Long> of(Handle handle, List<Long> customers) {
    List<Long> wanted = customers;
    while (true) {
      List<Long> kept = held(handle, wanted);
      if (kept.equals(wanted.stream().distinct().sorted().toList()) || kept.isEmpty()) {
        return kept;
      }
      wanted = kept; // whom the first ones turned out to be may be merged just now, too
    }
  }

  /**
   * A statement of its own for the answer: the one that waited still sees what was before. The
   * weakest lock that waits for a merge: an import that has changed somebody keeps nobody from
   * opening a case of theirs.
   */
  private static List<Long> held(Handle handle, List<Long> customers) {
    List<Long> there =
        handle
            .createQuery("select id from customers where id = any(:ids) order by id for key share")
            .bindArray("ids", Long.class, customers)
            .mapTo(Long.class)
            .list();
    return handle
        .createQuery(
            "select distinct kept_customer(id) from unnest(:ids) as theirs (id) order by 1")
        .bindArray("ids", Long.class, there)
        .mapTo(Long.class)
        .list();
  }
}
