package org.decroche.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes whoever called out of the record of a call. Its times, its ends and the rules that were
 * followed stay: they are nobody's, and the measures are made of them.
 */
final class AnonymousCalls {
  /**
   * What may stay of a step. A new detail goes unless it is named here: forgetting it costs a
   * detail, never somebody's secret.
   */
  private static final String[] KEPT = {
    "rule",
    "at",
    "openedAt",
    "team",
    "idleSince",
    "what",
    "due",
    "of",
    "their",
    "waitedSeconds",
    "door",
    "onCallUntil",
    "by",
    "stage",
    "until",
    "considered",
    "lookUp",
    "people",
    "how",
    "millisBilledBefore",
    "byHand",
    "ending"
  };

  /** Rules whose sentences name nobody but us. */
  private static final String[] HARMLESS = {
    "last-talked-with", "owes-them", "deputy", "longest-idle", "next-team", "on-call", "fallback"
  };

  private static final String BARE =
      """
      update call_steps s set
        reason = case when s.detail ->> 'rule' = any(:harmless) then s.reason end,
        detail = coalesce((select jsonb_object_agg(d.key, d.value) from jsonb_each(s.detail) d where d.key = any(:kept)), '{}')
      where\s""";

  // Its part in the debts is decided once and for all: left as it was, the trigger
  // calls_weigh_again would have every call of years weighed before the one missed just now.
  private static final String NOBODY =
      """
      update calls set anonymous_at = :now, number = null, customer_id = null,
        number_kind = case when number_kind in ('number', 'extension') then 'unreadable' else number_kind end,
        weighed_at = :now
      where id = any(:calls) and anonymous_at is null
      """;

  private AnonymousCalls() {}

  /** Returns how many calls that were; those that were nobody's already are left as they are. */
  static int make(Handle handle, List<String> calls, Instant now) {
    int unused =
        bare(handle, "s.call_id = any(:calls)").bindArray("calls", String.class, calls).execute();
    return handle
        .createUpdate(NOBODY)
        .bindArray("calls", String.class, calls)
        .bind("now", now)
        .execute();
  }

  /** Titles of these cases stand in the reasons of calls, also of calls from a shared number. */
  static void dropCases(Handle handle, List<Long> cases) {
    int unused =
        bare(handle, "s.detail ->> 'caseId' is not null and s.detail ->> 'caseId' = any(:cases)")
            .bindArray("cases", String.class, cases.stream().map(String::valueOf).toList())
            .execute();
  }

  /** These numbers were brought into somebody else's call. */
  static void dropNumbers(Handle handle, List<String> numbers) {
    int unused =
        bare(handle, "s.kind = 'outside' and s.detail ->> 'number' = any(:numbers)")
            .bindArray("numbers", String.class, numbers)
            .execute();
  }

  private static org.jdbi.v3.core.statement.Update bare(Handle handle, String which) {
    return handle
        .createUpdate(BARE + which)
        .bindArray("kept", String.class, (Object[]) KEPT)
        .bindArray("harmless", String.class, (Object[]) HARMLESS);
  }
}
