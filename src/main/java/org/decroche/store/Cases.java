package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.jdbi.v3.core.Handle;

/** The customers' matters: opened, and looked at. What changes them is {@link CaseChanges}. */
public final class Cases {
  private final Database database;

  public Cases(Database database) {
    this.database = database;
  }

  /** All of a customer's, the open ones first, then by the last touch; at most 100. */
  public List<CustomerCase> of(long customer) {
    return database.read(
        handle ->
            CaseRows.gathered(
                handle,
                handle
                    .createQuery(
                        CaseRows.select(
                            """
                            select * from cases where customer_id = :customer
                            order by (status = 'closed'), touched_at desc, id desc limit 100
                            """))
                    .bind("customer", customer)));
  }

  /** All open ones that somebody owns, the one longest without a touch first; at most 200. */
  public List<CustomerCase> ownedBy(AgentId owner) {
    return database.read(
        handle ->
            CaseRows.gathered(
                    handle,
                    handle
                        .createQuery(
                            CaseRows.select(
                                """
                                select * from cases where owner_id = :owner and status <> 'closed'
                                order by touched_at, id limit 200
                                """))
                        .bind("owner", owner.value()))
                .reversed());
  }

  /** Who a customer is after all merges; empty when nobody is called by this id. */
  public Optional<Long> kept(long customer) {
    return database.read(
        handle ->
            handle
                .createQuery("select kept_customer(id) from customers where id = :id")
                .bind("id", customer)
                .mapTo(Long.class)
                .findOne());
  }

  /** Whose matter it is. */
  public Optional<Long> customerOf(long id) {
    return database.read(
        handle ->
            handle
                .createQuery("select customer_id from cases where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne());
  }

  public Optional<CustomerCase> byId(long id) {
    return database.read(handle -> find(handle, id));
  }

  /**
   * Opens one, for whoever the customer turned out to be. Refuses an unknown customer, and an owner
   * who is unknown or disabled: someone must be there to own it.
   *
   * @param call during which it was told
   */
  public Outcome<CustomerCase> create(
      long customer,
      Details details,
      AgentId owner,
      AgentId by,
      Optional<CallId> call,
      Instant now) {
    return Refusals.judged(
        database,
        handle -> {
          if (!mayOwn(handle, owner)) {
            return new NotFound<>("ownerId");
          }
          Optional<Long> kept = KeptCustomer.of(handle, customer);
          if (kept.isEmpty()) {
            return new NotFound<>("customerId");
          }
          long id =
              CaseRows.bound(
                      handle.createQuery(
                          """
                          insert into cases (customer_id, title, customer_words, effect, technical, owner_id, opened_at, touched_at)
                          values (:customer, :title, :words, :effect, :technical, :owner, :now, :now) returning id
                          """),
                      details)
                  .bind("customer", kept.get())
                  .bind("owner", owner.value())
                  .bind("now", now)
                  .mapTo(Long.class)
                  .one();
          TimelineLine.by(by, id, Kind.OPENED, now)
              .saying(Words.orNull(details.customerWords()))
              .during(call)
              .with("title", details.title().strip())
              .add(handle);
          return standing(handle, id);
        });
  }

  /**
   * Holds whoever may own something, so that nobody is disabled between this look and the deed.
   * People are held before cases, everywhere: two changes never wait for each other.
   */
  static boolean mayOwn(Handle handle, AgentId owner) {
    return handle
        .createQuery("select true from agents where id = :owner and not disabled for share")
        .bind("owner", owner.value())
        .mapTo(Boolean.class)
        .findOne()
        .isPresent();
  }

  static Outcome<CustomerCase> standing(Handle handle, long id) {
    return find(handle, id)
        .<Outcome<CustomerCase>>map(Done::new)
        .orElseGet(() -> new NotFound<>("id"));
  }

  private static Optional<CustomerCase> find(Handle handle, long id) {
    return CaseRows.gathered(
            handle,
            handle
                .createQuery(CaseRows.select("select * from cases where id = :id"))
                .bind("id", id))
        .stream()
        .findFirst();
  }

  static <T> Conflict<T> closed() {
    return new Conflict<>("status");
  }
}
