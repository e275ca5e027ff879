package org.decroche.store;

import java.time.Instant;
import java.util.Optional;
import org.decroche.casework.WorkingTime;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;

/** Whoever writes is owed a call as if they had rung and nobody had answered. */
final class MessageDebts {
  private static final String OPEN =
      "select d.id from debts d where %s and %s order by d.due_at, d.id limit 1"
          .formatted(DebtRows.IS_OPEN, SamePerson.AS_DEBT);

  private MessageDebts() {}

  /** Who will call, and by when. */
  record Promised(Optional<String> by, Instant due) {}

  /**
   * Returns the debt. One that is open stays due when it was; only a talk after this message
   * settles it.
   */
  static long owe(
      Handle handle,
      long customer,
      PhoneNumber number,
      FrontDoorId door,
      Optional<AgentId> owner,
      Instant now) {
    Optional<Long> open =
        new SamePerson(number.e164(), customer, isShared(handle, number))
            .bound(handle.createQuery(OPEN))
            .mapTo(Long.class)
            .findOne();
    if (open.isPresent()) {
      handle
          .createUpdate(
              """
              update debts set missed_at = greatest(missed_at, :now), number = :number, customer_id = coalesce(customer_id, :customer)
              where id = :debt
              """)
          .bind("now", now)
          .bind("number", number.e164())
          .bind("customer", customer)
          .bind("debt", open.get())
          .execute();
      return open.get();
    }
    RoutingSettings routing = DoorRouting.read(handle, door).orElseThrow();
    return handle
        .createQuery(
            """
            insert into debts (number, customer_id, front_door_id, owner_id, began_at, missed_at, due_at)
            values (:number, :customer, :door, :owner, :now, :now, :due) returning id
            """)
        .bind("number", number.e164())
        .bind("customer", customer)
        .bind("door", door.value())
        .bind("owner", owner.map(AgentId::value).orElse(null))
        .bind("now", now)
        .bind("due", WorkingTime.after(now, routing.callbackDue(), Policies.hours(routing)))
        .mapTo(Long.class)
        .one();
  }

  static Promised promised(Handle handle, long debt) {
    return handle
        .createQuery(
            "select a.name, d.due_at from debts d left join agents a on a.id = d.owner_id where d.id = :debt")
        .bind("debt", debt)
        .map(
            (row, context) ->
                new Promised(
                    Optional.ofNullable(row.getString("name")), AgentRows.instant(row, "due_at")))
        .one();
  }

  private static boolean isShared(Handle handle, PhoneNumber number) {
    return handle
        .createQuery("select exists (select from shared_numbers where number = :number)")
        .bind("number", number.e164())
        .mapTo(Boolean.class)
        .one();
  }
}
