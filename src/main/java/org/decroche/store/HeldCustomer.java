package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.store.CustomerChanges.Change;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.Outcome.Stale;
import org.jdbi.v3.core.Handle;

/** A customer as they stand, held until the end of the change. */
record HeldCustomer(Customer customer) {

  long id() {
    return customer.id();
  }

  /** Refuses when they have changed since the version that somebody saw. */
  static Outcome<HeldCustomer> at(Handle handle, long id, int seen) {
    Optional<HeldCustomer> held = any(handle, id);
    if (held.isEmpty()) {
      return new NotFound<>("id");
    }
    return held.get().customer().version() == seen
        ? new Done<>(held.get())
        : stale(handle, id, seen);
  }

  /** In whatever version. */
  static Optional<HeldCustomer> any(Handle handle, long id) {
    return handle
        .createQuery("select id from customers where id = :id for update")
        .bind("id", id)
        .mapTo(Long.class)
        .findOne()
        .flatMap(there -> Customers.find(handle, there))
        .map(HeldCustomer::new);
  }

  private static Stale<HeldCustomer> stale(Handle handle, long id, int seen) {
    Set<String> what = new LinkedHashSet<>();
    String by = "";
    List<Change> since = CustomerChanges.since(handle, id, seen);
    for (Change change : since) {
      what.addAll(new JsonObject(change.detail()).fieldNames());
      by = change.by().name();
    }
    return new Stale<>(by, List.copyOf(what));
  }
}
