package org.decroche.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.casework.WorkingTime;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;

/** A call that nobody answered: one more of a debt there is, or a new debt. */
final class MissedCalls {
  private static final String OPEN_DEBT =
      "select d.id from debts d where %s and %s order by d.due_at, d.id limit 1"
          .formatted(DebtRows.IS_OPEN, SamePerson.AS_DEBT);

  private static final String ONE_MORE =
      """
      update debts set
        number = case when missed_at > :missed then number else :number end,
        began_at = least(began_at, :missed), missed_at = greatest(missed_at, :missed),
        customer_id = coalesce(customer_id, :customer::bigint)
      where id = :debt
      """;

  private static final String NEW =
      """
      insert into debts (number, customer_id, front_door_id, owner_id, began_at, missed_at, due_at)
      values (:number, :customer, :door, :owner, :missed, :missed, :due) returning id
      """;

  private MissedCalls() {}

  /**
   * Returns the debt that changed. When it is due stays as it was: who calls again does not wait
   * longer for it.
   */
  static List<Long> owe(Handle handle, Weighing missed, PhoneNumber number, FrontDoorId door) {
    Optional<Long> known = debtOf(handle, missed).or(() -> openDebt(handle, missed));
    if (known.isEmpty() && SettledDebts.isReachedSince(handle, missed)) {
      return List.of();
    }
    long debt = known.orElseGet(() -> create(handle, missed, number, door));
    handle
        .createUpdate(
            "insert into debt_calls (call_id, debt_id) values (:call, :debt) on conflict do nothing")
        .bind("call", missed.call())
        .bind("debt", debt)
        .execute();
    handle
        .createUpdate(ONE_MORE)
        .bind("debt", debt)
        .bind("number", number.e164())
        .bind("customer", missed.customer().orElse(null))
        .bind("missed", missed.arrivedAt())
        .execute();
    return List.of(debt);
  }

  private static Optional<Long> debtOf(Handle handle, Weighing missed) {
    return handle
        .createQuery("select debt_id from debt_calls where call_id = :call")
        .bind("call", missed.call())
        .mapTo(Long.class)
        .findOne();
  }

  private static Optional<Long> openDebt(Handle handle, Weighing missed) {
    return SettledDebts.person(missed)
        .bound(handle.createQuery(OPEN_DEBT))
        .mapTo(Long.class)
        .findOne();
  }

  private static long create(Handle handle, Weighing missed, PhoneNumber number, FrontDoorId door) {
    Optional<AgentId> owner =
        DebtOwners.find(handle, missed.customer(), number, door, gaveUp(missed));
    return handle
        .createQuery(NEW)
        .bind("number", number.e164())
        .bind("customer", missed.customer().orElse(null))
        .bind("door", door.value())
        .bind("owner", owner.map(AgentId::value).orElse(null))
        .bind("missed", missed.arrivedAt())
        .bind("due", due(handle, missed, door))
        .mapTo(Long.class)
        .one();
  }

  private static Instant due(Handle handle, Weighing missed, FrontDoorId door) {
    RoutingSettings routing = DoorRouting.read(handle, door).orElseThrow();
    return WorkingTime.after(gaveUp(missed), routing.callbackDue(), Policies.hours(routing));
  }

  private static Instant gaveUp(Weighing missed) {
    Instant ended = missed.endedAt();
    return ended == null ? missed.arrivedAt() : ended;
  }
}
