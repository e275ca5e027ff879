package org.decroche.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Counts what is about to be erased: how many there were, and how they ended, outlives whose. */
final class Bygone {
  private Bygone() {}

  static void cases(Handle handle, List<Long> cases) {
    add(handle, "select opened_at, 'case-' || status from cases where id = any(:ids)", cases);
    add(
        handle,
        "select made_at, 'promise-' || state from promises where case_id = any(:ids)",
        cases);
  }

  static void debts(Handle handle, List<Long> debts) {
    add(
        handle,
        """
        select began_at, 'debt-' || case when settled_at is not null then 'settled'
          when written_off_at is not null then 'written-off' else 'open' end
        from debts where id = any(:ids)
        """,
        debts);
  }

  private static void add(Handle handle, String which, List<Long> ids) {
    int unused =
        handle
            .createUpdate(
                """
                insert into bygone (month, what, count)
                select date_trunc('month', began at time zone 'UTC')::date, what, count(*) from (%s) gone (began, what) group by 1, 2
                on conflict (month, what) do update set count = bygone.count + excluded.count
                """
                    .formatted(which))
            .bindArray("ids", Long.class, ids)
            .execute();
  }
}
