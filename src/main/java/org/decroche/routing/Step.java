package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.why.Explanation;

/**
 * One line of a call's record.
 *
 * <p>{@code seq} grows within a call. A call adopted after a restart goes on from the adoption's
 * epoch milliseconds, so that its new lines never meet the old ones.
 */
public sealed interface Step {
  CallId call();

  long seq();

  Instant at();

  /** The first time this call asked. */
  record Arrived(CallId call, long seq, Instant at, FrontDoorId door, CallerNumber number)
      implements Step {}

  /**
   * The look-up's result.
   *
   * @param customer the one person it must be
   * @param people how many people use the number
   */
  record Identified(
      CallId call, long seq, Instant at, LookUp lookUp, Optional<Long> customer, int people)
      implements Step {}

  /** Somebody said which customer it is. */
  record Chosen(CallId call, long seq, Instant at, long customer, AgentId by) implements Step {}

  /** The look-up's time was over before it answered. */
  record LookUpLate(CallId call, long seq, Instant at) implements Step {}

  /**
   * Nobody was free.
   *
   * @param explanation who was asked for, and why none of them could be rung
   */
  record Waiting(CallId call, long seq, Instant at, Explanation explanation) implements Step {}

  /**
   * An agent's phone is to ring.
   *
   * @param explanation who was passed over before them
   */
  record Offered(
      CallId call,
      long seq,
      Instant at,
      OfferId offer,
      AgentId agent,
      Reason reason,
      Explanation explanation)
      implements Step {
    /** By no rule, or with nobody before them. */
    public Offered(CallId call, long seq, Instant at, OfferId offer, AgentId agent, Reason reason) {
      this(call, seq, at, offer, agent, reason, Explanation.NONE);
    }
  }

  /** The agent's phone said that it rings. */
  record Ringing(CallId call, long seq, Instant at, OfferId offer, AgentId agent) implements Step {}

  /**
   * Somebody who looks after the others wants that phone rung no more; the offer ends by it.
   *
   * @param by who wants it, not whose phone rings
   */
  record Withdrawn(CallId call, long seq, Instant at, OfferId offer, AgentId by) implements Step {}

  record OfferEnded(CallId call, long seq, Instant at, OfferId offer, AgentId agent, OfferEnd how)
      implements Step {}

  /**
   * A human picked up.
   *
   * @param billedBefore how long the caller's side had been answered by then; zero is the promise
   */
  record Answered(
      CallId call, long seq, Instant at, OfferId offer, AgentId agent, Duration billedBefore)
      implements Step {}

  /**
   * The caller's side was answered without a human, for the front door lets nobody ring unanswered
   * for so long: billed from here on.
   */
  record Billed(CallId call, long seq, Instant at) implements Step {}

  /** Another one of ours picked up and talks with those who talk already. */
  record Joined(CallId call, long seq, Instant at, OfferId offer, AgentId agent) implements Step {}

  /** One of ours left a conversation that goes on without them. */
  record Left(CallId call, long seq, Instant at, AgentId agent) implements Step {}

  /**
   * What became of somebody outside whom one of ours brings in.
   *
   * @param by who asked for them; empty for what they do themselves
   * @param leg theirs, by which they are recognised after a restart
   */
  record Outside(
      CallId call,
      long seq,
      Instant at,
      Optional<AgentId> by,
      PhoneNumber number,
      LegId leg,
      What what)
      implements Step {
    public enum What {
      RUNG,
      JOINED,
      LEFT,
      NOT_REACHED
    }
  }

  /**
   * An agent calls out; the first step of such a call.
   *
   * @param customer whom it is meant for, when they said so
   * @param debt the debt that is called back for
   * @param byHand dialled on the phone itself
   */
  record CalledOut(
      CallId call,
      long seq,
      Instant at,
      FrontDoorId door,
      PhoneNumber number,
      AgentId agent,
      Optional<Long> customer,
      Optional<Long> debt,
      boolean byHand)
      implements Step {}

  /** It rings at the other side of a call out. */
  record CalleeRinging(CallId call, long seq, Instant at) implements Step {}

  /** Somebody, or a machine, answered a call out. */
  record CalleeAnswered(CallId call, long seq, Instant at, AgentId agent) implements Step {}

  /** The dialplan was left to find a human by itself. */
  record Fallback(CallId call, long seq, Instant at) implements Step {}

  record Ended(CallId call, long seq, Instant at, Ending ending) implements Step {}
}
