package org.decroche.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The calls that were, and are. {@link StoredJournal} writes them. */
public final class Calls {
  private final Database database;

  public Calls(Database database) {
    this.database = database;
  }

  /**
   * The last to arrive first, without their steps.
   *
   * @param before only those that arrived before; the last one's time gives the next page
   */
  public List<CallRecord> recent(int limit, Optional<Instant> before) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    CallRows.SELECT
                        + """
                        where c.arrived_at < coalesce(:before::timestamptz, 'infinity')
                        order by c.arrived_at desc, c.id desc limit :limit
                        """)
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .map(CallRows::call)
                .list());
  }

  /** The same of one customer. */
  public List<CallRecord> of(long customer, int limit, Optional<Instant> before) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    CallRows.SELECT
                        + """
                        where c.customer_id = :customer and c.arrived_at < coalesce(:before::timestamptz, 'infinity')
                        order by c.arrived_at desc, c.id desc limit :limit
                        """)
                .bind("customer", customer)
                .bind("before", before.orElse(null))
                .bind("limit", limit)
                .map(CallRows::call)
                .list());
  }

  /** With all its steps, both of the same moment: a step that says "ended" comes with the end. */
  public Optional<CallRecord> byId(CallId id) {
    return database.read(
        handle ->
            handle.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, moment -> find(moment, id)));
  }

  /**
   * Notes which customer it was, and who said so; for a call that is over. Of a call that goes on
   * the engine is told, and the record follows.
   */
  public Outcome<CallRecord> chooseCustomer(CallId id, long customer, AgentId by, Instant at) {
    return Refusals.judged(
        database,
        handle -> {
          int rows =
              handle
                  .createUpdate(
                      """
                      update calls set customer_id = :customer, identified_at = coalesce(identified_at, :at)
                      where id = :call
                      """)
                  .bind("call", id.value())
                  .bind("customer", customer)
                  .bind("at", at)
                  .execute();
          if (rows == 0) {
            return new NotFound<>("id");
          }
          handle
              .createUpdate(
                  """
                  insert into call_steps (call_id, seq, at, kind, agent_id, detail)
                  select :call, greatest(coalesce(max(seq), 0) + 1, :seq), :at, 'identified', :by,
                    jsonb_build_object('customerId', :customer::bigint)
                  from call_steps where call_id = :call
                  """)
              .bind("call", id.value())
              // Above the numbers of every line written while it went on.
              .bind("seq", at.toEpochMilli())
              .bind("at", at)
              .bind("by", by.value())
              .bind("customer", customer)
              .execute();
          return find(handle, id)
              .<Outcome<CallRecord>>map(Done::new)
              .orElseGet(() -> new NotFound<>("id"));
        });
  }

  /**
   * Ends the record of every call that is not alive any more: its end was missed while we were
   * down.
   *
   * @param alive the calls Asterisk still has
   * @return how many that were
   */
  public int endUnseen(Collection<CallId> alive, Instant now) {
    return database.write(
        handle ->
            handle
                .createUpdate(
                    """
                    with gone as (
                      update calls set ended_at = :now, ending = 'unseen'
                      where ended_at is null and arrived_at < :now and id <> all (:alive::text[]) returning id),
                    talked as (
                      update talks t set ended_at = greatest(:now, t.began_at) from gone
                      where t.call_id = gone.id and t.ended_at is null)
                    insert into call_steps (call_id, seq, at, kind, detail)
                    select id, :seq, :now, 'ended', '{"ending":"unseen"}' from gone
                    on conflict do nothing
                    """)
                .bind("now", now)
                .bind("seq", now.toEpochMilli())
                .bindArray(
                    "alive",
                    String.class,
                    (Object[]) alive.stream().map(CallId::value).toArray(String[]::new))
                .execute());
  }

  static Optional<CallRecord> find(Handle handle, CallId id) {
    return handle
        .createQuery(CallRows.SELECT + "where c.id = :call")
        .bind("call", id.value())
        .map(CallRows::call)
        .findOne()
        .map(
            call ->
                new CallRecord(
                    call.id(),
                    call.door(),
                    call.number(),
                    call.customer(),
                    call.arrivedAt(),
                    call.answeredAt(),
                    call.answeredBy(),
                    call.endedAt(),
                    call.ending(),
                    call.secondsBilledBeforeHuman(),
                    call.out(),
                    handle
                        .createQuery(CallRows.STEPS)
                        .bind("call", id.value())
                        .map(CallRows::step)
                        .list()));
  }
}
