package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.WaitingCaller;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.out.CallOutCard;
import org.decroche.routing.out.CallOutVerdict;

/** Something to be done in the world. The world answers only with new {@link Event}s. */
public sealed interface Effect {

  /**
   * Find out who uses this number; answer with {@link Event.CallerRecognised}.
   *
   * @param number empty when it says nothing
   * @param chosen who somebody said it is: found as well, whoever's the number is
   */
  record LookUp(CallId call, FrontDoorId door, Optional<PhoneNumber> number, Optional<Long> chosen)
      implements Effect {
    public LookUp(CallId call, FrontDoorId door, PhoneNumber number) {
      this(call, door, Optional.of(number), Optional.empty());
    }
  }

  /** Answer the question the call has open. */
  record Answer(CallId call, Instruction instruction) implements Effect {}

  /** Move a waiting caller to an agent's phone. */
  record Move(CallId call, String channel, Instruction.Ring to) implements Effect {}

  /**
   * Take a caller out of the fallback, or out of a wait begun before we knew them, and let them
   * ask.
   */
  record AskAgain(CallId call, String channel) implements Effect {}

  /** Have Asterisk dial this; answered with {@link Event.LegUp} and {@link Event.LegDown}. */
  record Dial(Leg leg) implements Effect {}

  /** Hang up a leg of ours, answered or not. */
  record HangUp(LegId leg) implements Effect {}

  /**
   * Bring a caller and the one who talks with them, both at once, to where a third joins them.
   *
   * @param third who has picked up and waits for them
   */
  record BringTogether(CallId call, String caller, String ours, LegId third) implements Effect {}

  /** Hang up a channel of this call: the caller's, or one of ours. */
  record HangUpChannel(CallId call, String channel) implements Effect {}

  /** Answer the agent who asked by the event at hand. */
  record Reply(Verdict verdict) implements Effect {}

  /** A case is somebody else's from now on, as the one who handed over said. */
  record MoveCase(long caseId, AgentId to, AgentId by, CallId call, String summary)
      implements Effect {}

  /** Whoever was asked to join does not come: tell who asked. */
  record ShowNotJoined(Invitation who, CallId call, OfferEnd how) implements Effect {}

  /** Answer the agent who wanted to call out by the event at hand. */
  record ReplyCallOut(CallOutVerdict verdict) implements Effect {}

  /** A call out as it stands, for the desk of who makes it. */
  record ShowCallOut(AgentId agent, CallOutCard card) implements Effect {}

  /** Put the card on this agent's desk, or replace it. Comes before the phone is rung. */
  record ShowPop(AgentId agent, Pop pop) implements Effect {}

  /** Take the card of this offer off this agent's desk. */
  record WithdrawPop(AgentId agent, OfferId offer, OfferEnd how) implements Effect {}

  /**
   * The conversation on this agent's desk is over.
   *
   * @param wrapUp the longest they are left alone from now on; zero for not at all
   */
  record ShowEnded(AgentId agent, CallId call, Duration wrapUp) implements Effect {}

  /** A caller who is theirs waits while they are busy with something else. */
  record ShowCallerWaiting(AgentId agent, WaitingCaller caller) implements Effect {}

  /**
   * A caller who was theirs does not wait any more.
   *
   * @param takenBy the name of who took the call; empty when the caller gave up
   */
  record ShowCallerGone(AgentId agent, CallId call, Optional<String> takenBy) implements Effect {}

  /** The agent could not be found where they said they were: to be written down and told. */
  record MakeAway(AgentId agent, AwayBecause because) implements Effect {}

  record ShowActivity(AgentId agent, Activity activity) implements Effect {}

  /** Write this line into the call's record. */
  record Journal(Step step) implements Effect {}

  /** Close the records of all calls begun before this time that are not alive any more. */
  record EndUnseen(Set<CallId> alive, Instant before) implements Effect {
    public EndUnseen {
      alive = Set.copyOf(alive);
    }
  }

  /**
   * Find out what the record says of these calls, which go on; answer with {@link
   * Event.CallRecalled} for each that it knows.
   */
  record Recall(Set<CallId> calls) implements Effect {
    public Recall {
      calls = Set.copyOf(calls);
    }
  }

  /** Wake the core with {@link Event.TimerRang} after this delay. */
  record SetTimer(Timer timer, Duration after) implements Effect {}

  /** Keep this phone in, or out of, the queue Asterisk falls back on. */
  record SetFallbackMember(Phone phone, boolean member) implements Effect {}

  /** The whole membership of that queue, after a (re)connection. */
  record SetFallbackMembers(Set<Phone> phones) implements Effect {
    public SetFallbackMembers {
      phones = Set.copyOf(phones);
    }
  }
}
