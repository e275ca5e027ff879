package org.decroche.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.engine.Unwatched;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes the record with what the dialplan did alone. Only what is missing is written, so the
 * same news twice, or news of a call that was watched after all, changes nothing.
 */
public final class UnwatchedCalls {
  private static final Logger LOG = LoggerFactory.getLogger(UnwatchedCalls.class);
  private static final int BATCH = 500;

  private static final String CALL =
      """
      insert into calls (id, front_door_id, number_kind, number, arrived_at)
      values (:call, coalesce((select id from front_doors where id = :door), (select min(id) from front_doors)),
        :kind, :number, :at)
      on conflict (id) do update set front_door_id = coalesce(calls.front_door_id, excluded.front_door_id),
        number_kind = case when calls.number is null then excluded.number_kind else calls.number_kind end,
        number = coalesce(calls.number, excluded.number), arrived_at = least(calls.arrived_at, excluded.arrived_at)
      """;

  /** Its beginning was lost. */
  private static final String KNOWN =
      "insert into calls (id, number_kind, arrived_at) values (:call, 'unreadable', :at) on conflict do nothing";

  private static final String ANSWERED =
      """
      update calls set answered_at = least(answered_at, :at),
        answered_by = coalesce(answered_by, (select id from agents where phone = :phone))
      where id = :call
      """;

  /** We know better than who only found the call gone. */
  private static final String NO_LONGER_UNSEEN =
      """
      delete from call_steps s using calls c
      where c.id = :call and c.ending = 'unseen' and s.call_id = c.id and s.kind = 'ended'
      """;

  private static final String ENDED =
      """
      update calls set ended_at = least(:at, case when ending = 'unseen' then null else ended_at end),
        ending = case when answered_at is null then 'gave-up' else 'talked' end
      where id = :call
      """;

  private static final String LEFT =
      """
      update talks set ended_at = :at
      where call_id = :call and agent_id = (select id from agents where phone = :phone)
        and began_at <= :at and (ended_at is null or ended_at > :at)
      """;

  /** Of those whom we had seen picking up; with nobody on record it is in the call itself. */
  private static final String TALKS_ENDED =
      """
      update talks t set ended_at = greatest(t.began_at, c.ended_at) from calls c
      where c.id = :call and t.call_id = c.id and (t.ended_at is null or t.ended_at > c.ended_at)
      """;

  /** One of each kind: a step that a watched call has already is not told twice. */
  private static final String STEP =
      """
      insert into call_steps (call_id, seq, at, kind, agent_id, detail)
      select c.id, :seq, :at, :step, case when :step = 'answered' then c.answered_by end, case :step
        when 'arrived' then jsonb_build_object('number', c.number_kind)
        when 'answered' then '{"millisBilledBefore": 0}'
        when 'ended' then jsonb_build_object('ending', c.ending)
        else '{}' end
      from calls c
      where c.id = :call and not exists (select from call_steps where call_id = c.id and kind = :step)
      on conflict do nothing
      """;

  private final Database database;

  public UnwatchedCalls(Database database) {
    this.database = database;
  }

  /**
   * Writes them, in their order.
   *
   * @throws DatabaseUnavailable perhaps after some were written; write all again then
   */
  public void write(List<Unwatched> told) {
    List<Unwatched> news = new ArrayList<>();
    for (int from = 0; from < told.size(); from += BATCH) {
      List<Unwatched> some = told.subList(from, Math.min(from + BATCH, told.size()));
      Watched watched = Watched.among(database, some);
      news.addAll(some.stream().filter(one -> !watched.knows(one)).toList());
    }
    for (int from = 0; from < news.size(); from += BATCH) {
      writeOrSkip(news.subList(from, Math.min(from + BATCH, news.size())));
    }
    long calls = news.stream().map(Unwatched::call).distinct().count();
    if (calls > 0) {
      LOG.info("{} calls are completed with what the dialplan noted", calls);
    }
  }

  /** What the database refuses for good must not keep the rest from being written. */
  private void writeOrSkip(List<Unwatched> told) {
    try {
      database.write(
          handle -> {
            told.forEach(one -> write(handle, one));
            return told.size();
          });
    } catch (DatabaseUnavailable unavailable) {
      throw unavailable;
    } catch (RuntimeException refused) {
      if (told.size() == 1) {
        LOG.error("call {} cannot be completed", told.getFirst().call().value(), refused);
        return;
      }
      told.forEach(one -> writeOrSkip(List.of(one)));
    }
  }

  private static void write(Handle handle, Unwatched one) {
    // Far above the numbers that a call's watched steps have.
    long seq = one.at().toEpochMilli();
    switch (one) {
      case Unwatched.Began began -> {
        arrived(handle, began, began.arrivedAt(), began.door(), began.number());
        step(handle, began, began.at(), seq, "fallback");
      }
      case Unwatched.Answered answered -> {
        run(handle, KNOWN, answered);
        handle
            .createUpdate(ANSWERED)
            .bind("call", answered.call().value())
            .bind("at", answered.at())
            .bind("phone", answered.phone().name())
            .execute();
        step(handle, answered, answered.at(), seq + 1, "answered");
      }
      case Unwatched.Left left ->
          handle
              .createUpdate(LEFT)
              .bind("call", left.call().value())
              .bind("at", left.at())
              .bind("phone", left.phone().name())
              .execute();
      case Unwatched.Ended ended -> {
        arrived(handle, ended, ended.arrivedAt(), ended.door(), ended.number());
        handle.createUpdate(NO_LONGER_UNSEEN).bind("call", ended.call().value()).execute();
        run(handle, ENDED, ended);
        handle.createUpdate(TALKS_ENDED).bind("call", ended.call().value()).execute();
        step(handle, ended, ended.at(), seq + 2, "ended");
      }
    }
  }

  private static void arrived(
      Handle handle, Unwatched one, Instant at, Optional<FrontDoorId> door, CallerNumber number) {
    handle
        .createUpdate(CALL)
        .bind("call", one.call().value())
        .bind("door", door.map(FrontDoorId::value).orElse(null))
        .bind("kind", CallNumbers.kind(number))
        .bind("number", CallNumbers.digits(number))
        .bind("at", at)
        .execute();
    step(handle, one, at, 1, "arrived");
  }

  private static void run(Handle handle, String sql, Unwatched one) {
    handle.createUpdate(sql).bind("call", one.call().value()).bind("at", one.at()).execute();
  }

  private static void step(Handle handle, Unwatched one, Instant at, long seq, String kind) {
    handle
        .createUpdate(STEP)
        .bind("call", one.call().value())
        .bind("seq", seq)
        .bind("at", at)
        .bind("step", kind)
        .execute();
  }
}
