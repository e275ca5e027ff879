package org.decroche.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Debts that were taken for settled because two customers were taken for one. When they are two
 * again, a talk with the one has not reached the other: one call back too many is better than
 * somebody forgotten.
 */
final class UnsettledDebts {
  /**
   * Settled by a talk that was the other's. Who it was with says, while the two were taken for one,
   * the number it was on, and where both or neither have that, who was named for the call; before
   * that, who was named.
   */
  private static final String OWED_AGAIN =
      """
      with talk as materialized (
        select d.id as debt, c.customer_id, d.customer_id as owed_to, d.number as owed_at,
          case when c.number_kind = 'number' and c.answered_at >= :since then c.number end as number
        from debts d join calls c on c.id = d.settled_call_id
        where c.customer_id in (:kept, :gone) and (d.customer_id in (:kept, :gone) or d.customer_id is null)
          and (c.answered_at >= :since or c.customer_id = :gone and d.customer_id = :kept)),
      told as (
        select t.debt,
          coalesce(alone(t.number), t.customer_id) as talked_with,
          coalesce(t.owed_to, alone(t.owed_at)) as owed_to
        from talk t)
      update debts d set settled_at = null, settled_by = null, settled_call_id = null
      from told t
      where d.id = t.debt and t.talked_with in (:kept, :gone) and t.owed_to in (:kept, :gone)
        and t.talked_with <> t.owed_to
      returning d.id
      """;

  /** The one of the two who alone uses a number; null when both do, or neither. */
  private static final String ALONE =
      """
      (select min(n.customer_id) from customer_numbers n
        where n.number = %s and n.customer_id in (:kept, :gone) having count(*) = 1)""";

  private UnsettledDebts() {}

  /**
   * Owes them again, after everything has gone back to whose it was.
   *
   * @param since when the two were taken for one
   * @return the debts that are open again
   */
  static List<Long> reopen(Handle handle, Merges.Pair both, Instant since) {
    String sql =
        OWED_AGAIN
            .replace("alone(t.number)", ALONE.formatted("t.number"))
            .replace("alone(t.owed_at)", ALONE.formatted("t.owed_at"));
    return handle
        .createQuery(sql)
        .bind("kept", both.kept())
        .bind("gone", both.gone())
        .bind("since", since)
        .mapTo(Long.class)
        .list();
  }
}
