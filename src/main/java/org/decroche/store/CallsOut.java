package org.decroche.store;

import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.out.CallMade;

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

  /**
   * What counts for the limits of an hour, in its order: calls out, and numbers outside that were
   * brought in to a call.
   */
  public List<CallMade> madeSince(Instant since) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    select called_by as agent_id, arrived_at as at from calls
                    where direction = 'out' and called_by is not null and arrived_at > :since
                    union all
                    select s.agent_id, s.at
                    from calls c join call_steps s on s.call_id = c.id and s.kind = 'outside'
                    where c.arrived_at > :since::timestamptz - interval '12 hours'
                      and s.at > :since and s.detail ->> 'what' = 'rung' and s.agent_id is not null
                    order by at
                    """)
                .bind("since", since)
                .map(
                    (row, context) ->
                        new CallMade(
                            new AgentId(row.getLong("agent_id")), AgentRows.instant(row, "at")))
                .list());
  }

  /**
   * What this agent called since then, that was answered and is over, and of which they have not
   * said what came of it; the last one first, without their steps.
   */
  public List<CallRecord> unjudged(AgentId by, Instant since, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    CallRows.SELECT
                        + """
                        where c.direction = 'out' and c.called_by = :by and c.arrived_at > :since
                          and c.answered_at is not null and c.ended_at is not null and c.outcome is null
                        order by c.arrived_at desc limit :limit
                        """)
                .bind("by", by.value())
                .bind("since", since)
                .bind("limit", limit)
                .map(CallRows::call)
                .list());
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
