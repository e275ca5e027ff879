package org.decroche.store;

import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;

/** The calls we made, and what their makers say came of them. */
public final class CallsOut {
  private final Database database;

  public CallsOut(Database database) {
    this.database = database;
  }

  /** What whoever called says of a call that was answered. */
  public enum Judgement {
    /** Whom it was meant for has been talked with. */
    REACHED,
    MACHINE,
    WRONG_PERSON
  }

  /**
   * Notes it, in the place of what was said before. Only who made the call can tell; a call that
   * nobody answered needs no judgement.
   */
  public Outcome<CallRecord> judge(CallId call, AgentId by, Judgement judgement, Instant at) {
    return Refusals.judged(
        database,
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      """
                      update calls set outcome = :outcome, judged_at = :at
                      where id = :call and direction = 'out' and called_by = :by and answered_at is not null
                      """)
                  .bind("call", call.value())
                  .bind("by", by.value())
                  .bind("outcome", Words.spelt(judgement))
                  .bind("at", at)
                  .execute();
          return rows == 0
              ? new Outcome.NotFound<>("id")
              : Calls.find(handle, call)
                  .<Outcome<CallRecord>>map(Outcome.Done::new)
                  .orElseGet(() -> new Outcome.NotFound<>("id"));
        });
  }

  /** The attempts made for a debt, the last one first, without their steps. */
  public List<CallRecord> attempts(long debt, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    CallRows.SELECT
                        + "where c.debt_id = :debt order by c.arrived_at desc limit :limit")
                .bind("debt", debt)
                .bind("limit", limit)
                .map(CallRows::call)
                .list());
  }
}
