package org.decroche.store;

import java.time.Instant;
import java.util.List;
import org.decroche.routing.caller.PhoneNumber;
import org.jdbi.v3.core.Handle;

/** A talk with somebody who was waiting to be called back: whoever talked, nothing is owed more. */
final class SettledDebts {
  private static final String SETTLE =
      """
      update debts d set settled_at = greatest(:at, d.missed_at), settled_by = :by, settled_call_id = :call
      where d.missed_at <= :until and %s and %s
      returning d.id
      """
          .formatted(DebtRows.IS_OPEN, SamePerson.AS_DEBT);

  private static final String REACHED_SINCE =
      """
      select exists (
        select from calls d
        where d.number = :number and d.number_kind = 'number' and d.answered_by is not null
          and (d.direction = 'in' or d.outcome = 'reached')
          and d.ended_at >= :ended::timestamptz and d.answered_at > :arrived::timestamptz - interval '1 day' and d.id <> :call and %1$s)
      or exists (
        select from calls d
        where d.customer_id = :customer and d.answered_by is not null
          and (d.direction = 'in' or d.outcome = 'reached')
          and d.ended_at >= :ended::timestamptz and d.answered_at > :arrived::timestamptz - interval '1 day' and d.id <> :call)
      or exists (
        select from calls d
        where d.ended_at is null and d.answered_at is not null and d.direction = 'in' and d.number_kind = 'number' and %1$s)
      """
          .formatted(SamePerson.AS_DEBT);

  private SettledDebts() {}

  /** Returns the debts that are settled by this talk; it may go on still. */
  static List<Long> by(Handle handle, Weighing talk, Instant now) {
    // What was noted as missed before more was known of this call.
    handle
        .createUpdate("delete from debt_calls where call_id = :call")
        .bind("call", talk.call())
        .execute();
    Instant ended = talk.endedAt();
    return person(talk)
        .bound(handle.createQuery(SETTLE))
        .bind("at", talk.answeredAt())
        .bind("by", talk.answeredBy().orElse(null))
        .bind("call", talk.call())
        .bind("until", ended == null ? now : ended)
        .mapTo(Long.class)
        .list();
  }

  /**
   * A call out that did not reach them, or of which nobody has said so yet. What had been said of
   * it before is taken back.
   */
  static List<Long> notBy(Handle handle, Weighing attempt) {
    return handle
        .createQuery(
            """
            update debts set settled_at = null, settled_by = null, settled_call_id = null
            where settled_call_id = :call returning id
            """)
        .bind("call", attempt.call())
        .mapTo(Long.class)
        .list();
  }

  /** News of a missed call may come after the talk that made up for it. */
  static boolean isReachedSince(Handle handle, Weighing missed) {
    return person(missed)
        .bound(handle.createQuery(REACHED_SINCE))
        .bind("ended", missed.endedAt())
        .bind("arrived", missed.arrivedAt())
        .bind("call", missed.call())
        .mapTo(Boolean.class)
        .one();
  }

  static SamePerson person(Weighing call) {
    PhoneNumber number = call.number();
    return new SamePerson(
        number == null ? null : number.e164(), call.customer().orElse(null), call.isShared());
  }
}
