package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;
import org.decroche.routing.out.CallMade;

/** An outside fact, and when it became one. Late and repeated facts are harmless. */
public sealed interface Event {
  Instant at();

  /** The store's picture of doors, teams and agents, whole. */
  record FloorChanged(Instant at, Floor floor) implements Event {}

  /** An agent chose. */
  record AvailabilityChosen(Instant at, AgentId agent, Availability availability)
      implements Event {}

  /** The agent has at least one desk open in a browser now, or none any more. */
  record DeskSeen(Instant at, AgentId agent, boolean open) implements Event {}

  /** The agent is done with the conversation they had last. */
  record WrapUpEnded(Instant at, AgentId agent) implements Event {}

  /** Asterisk reports a phone. */
  record PhoneReported(Instant at, Phone phone, PhoneState state) implements Event {}

  /**
   * The dialplan asks who answers.
   *
   * @param channel the caller's channel, for moving it later
   * @param door the front door called; empty when no door has that number (the first door then
   *     takes it)
   * @param arrivedAt when the caller first rang; kept on the channel across restarts of ours
   * @param ended the offer that just ended without a conversation, if one did
   * @param billedSince when the caller's side was answered without a human, if it was; kept on the
   *     channel as well
   */
  record CallAsks(
      Instant at,
      CallId call,
      String channel,
      Optional<FrontDoorId> door,
      CallerNumber caller,
      Instant arrivedAt,
      Optional<EndedOffer> ended,
      Optional<Instant> billedSince)
      implements Event {
    /** A caller whose side is not answered. */
    public CallAsks(
        Instant at,
        CallId call,
        String channel,
        Optional<FrontDoorId> door,
        CallerNumber caller,
        Instant arrivedAt,
        Optional<EndedOffer> ended) {
      this(at, call, channel, door, caller, arrivedAt, ended, Optional.empty());
    }
  }

  /** An offer that Asterisk reports as over, without a conversation. */
  record EndedOffer(OfferId offer, OfferEnd how) {}

  /** The look-up's answer; late ones still help the screen. */
  record CallerRecognised(Instant at, CallId call, Recognition recognition) implements Event {}

  /** Somebody said which customer it is that calls. */
  record CustomerChosen(Instant at, CallId call, long customer, AgentId by) implements Event {}

  /**
   * The phone itself said that it rings (180).
   *
   * @param phone the agent's own, also when another one rings for them
   * @param outside the channel that rings, when it does so outside
   */
  record PhoneRings(Instant at, CallId call, Phone phone, Optional<String> outside)
      implements Event {
    public PhoneRings(Instant at, CallId call, Phone phone) {
      this(at, call, phone, Optional.empty());
    }
  }

  /**
   * The phone is gone: signed off, or silent when it was asked whether it is there. While it rings,
   * Asterisk says so by no state of the phone's.
   */
  record PhoneLost(Instant at, Phone phone) implements Event {}

  /** An agent refused, on the desk, the call that rings at their phone. */
  record OfferRefused(Instant at, CallId call, OfferId offer, AgentId by) implements Event {}

  /** Somebody who looks after the others wants this phone rung no more for this call. */
  record OfferWithdrawn(Instant at, CallId call, OfferId offer, AgentId by) implements Event {}

  /**
   * A human picked up.
   *
   * @param channel of their phone, by its name; empty when it is not known
   */
  record CallAnswered(Instant at, CallId call, Phone phone, Optional<String> channel)
      implements Event {
    public CallAnswered(Instant at, CallId call, Phone phone) {
      this(at, call, phone, Optional.empty());
    }
  }

  /**
   * A phone that rang for a call, or talked on it, has hung up; of ours or outside.
   *
   * @param unreached why it was never reached, where the network told more than by its ringing
   */
  record PhoneHungUp(Instant at, CallId call, String channel, Optional<OfferEnd> unreached)
      implements Event {
    public PhoneHungUp(Instant at, CallId call, String channel) {
      this(at, call, channel, Optional.empty());
    }
  }

  /** The caller's own channel was answered: from here on the caller may be billed. */
  record CallBilled(Instant at, CallId call) implements Event {}

  /** The caller's channel is gone. */
  record CallEnded(Instant at, CallId call) implements Event {}

  /** What the dialplan was told never reached it. */
  record AnswerLost(Instant at, CallId call) implements Event {}

  /** Asterisk would not move the caller. */
  record MoveFailed(Instant at, CallId call, OfferId offer) implements Event {}

  /**
   * An agent wants to call this number, by a key of the desk. It may be dialled at all; whether now
   * and by them is the core's to say ({@link Effect.ReplyCallOut}).
   *
   * @param customer who it is meant for, when the agent said so
   * @param debt the debt that is called back for
   * @param door whose number is to be shown; else one of a team of theirs
   */
  record CallOutWanted(
      Instant at,
      AgentId agent,
      PhoneNumber number,
      Optional<Long> customer,
      Optional<Long> debt,
      Optional<FrontDoorId> door)
      implements Event {}

  /**
   * What the record says was called out before the core began to count: a start of ours must not
   * give a stolen password a new hour.
   *
   * @param made within the last hour, in their order
   */
  record CallsOutCounted(Instant at, List<CallMade> made) implements Event {
    public CallsOutCounted {
      made = List.copyOf(made);
    }
  }

  /** An agent wants their call out no more. */
  record CallOutDropped(Instant at, CallId call, AgentId by) implements Event {}

  /** An agent dialled this number on their phone; its channel waits for an answer of ours. */
  record PhoneDialled(Instant at, CallId call, Phone phone, PhoneNumber number) implements Event {}

  /** It rings at the other side of a call over the trunk. */
  record CalleeRings(Instant at, CallId call) implements Event {}

  /** Somebody, or a machine, answered at the other side of a call over the trunk. */
  record CalleeAnswered(Instant at, CallId call) implements Event {}

  /** A call over the trunk was not answered. */
  record CalleeUnreached(Instant at, CallId call, OfferEnd how) implements Event {}

  /** A leg of ours was answered. */
  record LegUp(Instant at, LegId leg) implements Event {}

  /** Whoever picked up a leg outside pressed the key that they were asked for. */
  record KeyPressed(Instant at, LegId leg) implements Event {}

  /** A leg of ours is gone, or could not be dialled. */
  record LegDown(Instant at, LegId leg, LegEnd how) implements Event {}

  /**
   * A whole look at Asterisk, taken after each (re)connection. Phones that are not in it are
   * unreachable; calls and legs we know and that are not in it have ended.
   *
   * @param at when the look began: a call that first asked, or a leg that was dialled, after that
   *     may be missing from it
   */
  record AsteriskSeen(
      Instant at, List<LiveCall> calls, Map<Phone, PhoneState> phones, List<LiveLeg> legs)
      implements Event {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(20);

    public AsteriskSeen {
      calls = List.copyOf(calls);
      phones = Map.copyOf(phones);
      legs = List.copyOf(legs);
    }

    /** A look that found no leg of ours. */
    public AsteriskSeen(Instant at, List<LiveCall> calls, Map<Phone, PhoneState> phones) {
      this(at, calls, phones, List.of());
    }

    /**
     * Whether what began then may be missing only because the look had begun by then. No look takes
     * that long: what seems to have begun later still began before the clock was set back.
     */
    public boolean mayMiss(Instant begun) {
      return !begun.isBefore(at) && begun.isBefore(at.plus(LONGEST_LOOK));
    }
  }

  /** What the record says of a call that a look has found ({@link Effect.Recall}). */
  record CallRecalled(Instant at, Recalled says) implements Event {}

  /** The management link is down: nobody can be moved, and phones are no longer reported. */
  record AsteriskLost(Instant at) implements Event {}

  /**
   * Somebody who talks on a call wants another to join.
   *
   * @param staying they bring in, and stay themselves; else they hand over, and leave when they
   *     like
   * @param summary one line, in their words; empty for somebody outside
   * @param movesCase the case that becomes the other's when they pick up
   */
  record JoinWanted(
      Instant at,
      CallId call,
      AgentId by,
      Invitee who,
      boolean staying,
      String summary,
      Optional<Long> movesCase)
      implements Event {}

  /** They want it no more. */
  record JoinWithdrawn(Instant at, CallId call, AgentId by) implements Event {}

  /** Somebody who talks on a call wants to leave it to the others. */
  record LeaveWanted(Instant at, CallId call, AgentId by) implements Event {}

  /** Somebody who talks on a call wants to end it. */
  record EndWanted(Instant at, CallId call, AgentId by) implements Event {}

  /** Asterisk would not bring a conversation to where a third could join it. */
  record TogetherFailed(Instant at, CallId call, LegId third) implements Event {}

  record TimerRang(Instant at, Timer timer) implements Event {}
}
