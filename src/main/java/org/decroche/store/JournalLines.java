package org.decroche.store;

import java.time.Duration;
import java.util.List;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Writes steps, and what they say of the call as a whole. The same step twice changes nothing the
 * second time.
 */
final class JournalLines {
  private static final String ARRIVED =
      """
      insert into calls (id, front_door_id, number_kind, number, arrived_at)
      values (:call, (select id from front_doors where id = :door), :kind, :number, :at)
      on conflict (id) do update set front_door_id = excluded.front_door_id, number_kind = excluded.number_kind,
        number = excluded.number, arrived_at = least(calls.arrived_at, excluded.arrived_at)
      """;

  private static final String CALLED_OUT =
      """
      insert into calls (id, direction, front_door_id, number_kind, number, customer_id, called_by, debt_id, arrived_at)
      values (:call, 'out', (select id from front_doors where id = :door), 'number', :number,
        (select id from customers where id = :customer), :agent, (select id from debts where id = :debt), :at)
      on conflict (id) do nothing
      """;

  /**
   * A call whose arrival was never written (the service came up in its midst) still has its record.
   */
  private static final String KNOWN =
      "insert into calls (id, number_kind, arrived_at) values (:call, 'unreadable', :at) on conflict do nothing";

  private static final String LINE =
      """
      insert into call_steps (call_id, seq, at, kind, agent_id, offer, reason, detail)
      values (:call, :seq, :at, :kind, :agent, :offer, :reason, :detail::jsonb)
      on conflict (call_id, seq) do nothing
      """;

  /** A call arrives once: a service that was started meanwhile hears it ask for the first time. */
  private static final String ARRIVED_LINE =
      """
      insert into call_steps (call_id, seq, at, kind, agent_id, offer, reason, detail)
      select :call, :seq, :at, :kind, :agent, :offer, :reason, :detail::jsonb
      where not exists (select from call_steps where call_id = :call and kind = 'arrived')
      on conflict (call_id, seq) do nothing
      """;

  /**
   * Only a line that is new changes the call: a batch that comes again does not undo what came
   * after it.
   */
  private static final String TELLING_LINE =
      "with line as ("
          + LINE
          + """
          returning call_id)
          update calls c set
            customer_id = coalesce((select id from customers where id = :customer), c.customer_id),
            identified_at = coalesce(c.identified_at, :identified::timestamptz),
            answered_at = coalesce(c.answered_at, :answered::timestamptz),
            answered_by = coalesce(c.answered_by, :answeredBy::bigint),
            billed_at = coalesce(c.billed_at, :billedSince::timestamptz),
            seconds_billed_before_human = greatest(c.seconds_billed_before_human, :billed),
            ended_at = coalesce(c.ended_at, :ended::timestamptz),
            ending = coalesce(c.ending, :ending::text)
          from line where c.id = line.call_id
          """;

  private static final String TALK_BEGAN =
      """
      insert into talks (call_id, agent_id, began_at)
      select id, :agent, :at from calls where id = :call
      on conflict do nothing
      """;

  /** Not of a talk that began after it: the same batch may come again later. */
  private static final String TALK_ENDED =
      """
      update talks set ended_at = greatest(:at, began_at)
      where call_id = :call and agent_id = coalesce(:agent::bigint, agent_id) and ended_at is null and began_at <= :at
      """;

  private JournalLines() {}

  static void write(Handle handle, List<Step> steps) {
    PreparedBatch known = handle.prepareBatch(KNOWN);
    PreparedBatch arrived = handle.prepareBatch(ARRIVED);
    PreparedBatch calledOut = handle.prepareBatch(CALLED_OUT);
    PreparedBatch arrivedLine = handle.prepareBatch(ARRIVED_LINE);
    PreparedBatch plain = handle.prepareBatch(LINE);
    PreparedBatch telling = handle.prepareBatch(TELLING_LINE);
    PreparedBatch began = handle.prepareBatch(TALK_BEGAN);
    PreparedBatch ended = handle.prepareBatch(TALK_ENDED);
    for (Step step : steps) {
      if (step instanceof Step.Arrived first) {
        arrived
            .bind("call", first.call().value())
            .bind("door", first.door().value())
            .bind("kind", CallNumbers.kind(first.number()))
            .bind("number", CallNumbers.digits(first.number()))
            .bind("at", first.at())
            .add();
      } else if (step instanceof Step.CalledOut first) {
        calledOut
            .bind("call", first.call().value())
            .bind("door", first.door().value())
            .bind("number", first.number().e164())
            .bind("customer", first.customer().orElse(null))
            .bind("agent", first.agent().value())
            .bind("debt", first.debt().orElse(null))
            .bind("at", first.at())
            .add();
      } else {
        known.bind("call", step.call().value()).bind("at", step.at()).add();
      }
      if (tells(step)) {
        telling(bound(telling, step), step).add();
      } else {
        bound(step instanceof Step.Arrived ? arrivedLine : plain, step).add();
      }
      switch (step) {
        case Step.Answered answered -> talk(began, step, answered.agent());
        case Step.Joined joined -> talk(began, step, joined.agent());
        case Step.CalleeAnswered answered -> talk(began, step, answered.agent());
        case Step.Left left -> talk(ended, step, left.agent());
        case Step.Ended over -> talk(ended, step, null);
        case Step.Arrived other -> {}
        case Step.Identified other -> {}
        case Step.Chosen other -> {}
        case Step.LookUpLate other -> {}
        case Step.Waiting other -> {}
        case Step.Offered other -> {}
        case Step.Ringing other -> {}
        case Step.Billed other -> {}
        case Step.Withdrawn other -> {}
        case Step.OfferEnded other -> {}
        case Step.Outside other -> {}
        case Step.Fallback other -> {}
        case Step.CalledOut other -> {}
        case Step.CalleeRinging other -> {}
      }
    }
    for (PreparedBatch batch :
        List.of(arrived, calledOut, known, arrivedLine, plain, telling, began, ended)) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }

  /** Nobody in particular is everybody. */
  private static void talk(PreparedBatch batch, Step step, @Nullable AgentId agent) {
    batch
        .bind("call", step.call().value())
        .bind("agent", agent == null ? null : agent.value())
        .bind("at", step.at())
        .add();
  }

  /** Whether this changes what is known of the call as a whole. */
  static boolean tells(Step step) {
    return step instanceof Step.Identified
        || step instanceof Step.Chosen
        || step instanceof Step.Billed
        || step instanceof Step.Answered
        || step instanceof Step.CalleeAnswered
        || step instanceof Step.Ended;
  }

  private static PreparedBatch bound(PreparedBatch batch, Step step) {
    JournalLine line = JournalLine.of(step);
    return batch
        .bind("call", line.call())
        .bind("seq", line.seq())
        .bind("at", line.at())
        .bind("kind", line.kind())
        .bind("agent", line.agent())
        .bind("offer", line.offer())
        .bind("reason", line.reason())
        .bind("detail", line.detail().encode());
  }

  private static PreparedBatch telling(PreparedBatch batch, Step step) {
    Step.Answered answered = step instanceof Step.Answered is ? is : null;
    Step.CalleeAnswered callee = step instanceof Step.CalleeAnswered is ? is : null;
    Step.Ended ended = step instanceof Step.Ended is ? is : null;
    boolean talks = answered != null || callee != null;
    Long agent = answered == null ? null : answered.agent().value();
    return batch
        .bind("customer", customer(step))
        .bind(
            "identified",
            customer(step) != null || step instanceof Step.Identified ? step.at() : null)
        .bind("answered", talks ? step.at() : null)
        .bind("answeredBy", callee == null ? agent : Long.valueOf(callee.agent().value()))
        .bind("billedSince", step instanceof Step.Billed ? step.at() : null)
        .bind("billed", answered == null ? 0 : begun(answered.billedBefore()))
        .bind("ended", ended == null ? null : ended.at())
        .bind("ending", ended == null ? null : Words.spelt(ended.ending()));
  }

  private static @Nullable Long customer(Step step) {
    return switch (step) {
      case Step.Identified identified -> identified.customer().orElse(null);
      case Step.Chosen chosen -> chosen.customer();
      default -> null;
    };
  }

  /** Carriers bill a second once it has begun. */
  private static int begun(Duration billed) {
    return Math.toIntExact(billed.plusNanos(999_999_999).toSeconds());
  }
}
