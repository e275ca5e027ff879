package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.Verdict.Hindrance;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Conversation;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.Invitee;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Reason;
import org.decroche.routing.leg.LegId;

/** What those who talk on a call ask for: a third to join, to leave themselves, or to end it. */
final class HandingOver {
  private final Calls calls;
  private final Roster roster;
  private final Offering offering;
  private final Invitations invitations;
  private final CallsOut callsOut;
  private final Outbox out;

  HandingOver(
      Calls calls,
      Roster roster,
      Offering offering,
      Invitations invitations,
      CallsOut callsOut,
      Outbox out) {
    this.calls = calls;
    this.roster = roster;
    this.offering = offering;
    this.invitations = invitations;
    this.callsOut = callsOut;
    this.out = out;
  }

  void wanted(Event.JoinWanted e) {
    Optional<Call> call = talking(e.call(), e.by());
    Optional<Hindrance> hindered = call.map(this::hindrance).orElse(not(Hindrance.NOT_TALKING));
    if (hindered.isPresent()) {
      refuse(hindered.get(), "");
      return;
    }
    switch (e.who()) {
      case Invitee.Colleague one ->
          roster
              .find(one.agent())
              .ifPresentOrElse(
                  agent -> wanted(e, call.get(), agent), () -> refuse(Hindrance.NOBODY, ""));
      case Invitee.AnyOf any ->
          roster.free(any.team()).stream()
              .findFirst() // nobody on this line is free
              .ifPresentOrElse(
                  agent -> wanted(e, call.get(), agent), () -> refuse(Hindrance.NOBODY_FREE, ""));
      case Invitee.Outsider outside ->
          callsOut
              .bringsIn(e.by(), outside.number(), e.at())
              .ifPresentOrElse(
                  refused -> out.add(new Effect.Reply(new Verdict.NotCalled(refused))),
                  () -> wanted(e, call.get(), outside));
    }
  }

  private void wanted(Event.JoinWanted e, Call call, Invitee.Outsider outside) {
    LegId leg = LegId.of(offering.nextId().value());
    invitations.make(
        call, new Invitation.Outsider(leg, e.by(), outside.number()), outside.ring(), e.at());
    grant(outside.number().e164());
  }

  private void wanted(Event.JoinWanted e, Call call, Agent agent) {
    String name = agent.profile().name();
    Optional<Hindrance> hindered = hindrance(call, agent);
    if (hindered.isPresent()) {
      refuse(hindered.get(), name);
      return;
    }
    Offer offer = new Offer(offering.nextId(), agent.id(), agent.phone(), reason(e), e.at(), false);
    LegId leg = LegId.of(offer.id().value());
    invitations.make(
        call,
        new Invitation.Colleague(
            leg, e.by(), offer, name, e.movesCase(), agent.profile().outside()),
        e.at());
    grant(name);
  }

  private Reason reason(Event.JoinWanted e) {
    String by = roster.find(e.by()).map(agent -> agent.profile().name()).orElse("");
    return e.staying()
        ? new Reason.BroughtIn(by, e.summary())
        : new Reason.HandedOver(by, e.summary(), e.movesCase());
  }

  /** Why nobody at all can be brought to this line now. */
  private Optional<Hindrance> hindrance(Call call) {
    Conversation line = call.conversation();
    if (!offering.isLinked()) {
      return not(Hindrance.NO_LINK);
    }
    if (line.invited().isPresent()) {
      return not(Hindrance.ALREADY_RINGING);
    }
    boolean movable =
        line.isTogether() || line.ours().stream().anyMatch(p -> p.channel().isPresent());
    return movable ? Optional.empty() : not(Hindrance.NOT_MOVABLE);
  }

  private static Optional<Hindrance> hindrance(Call call, Agent agent) {
    if (call.conversation().party(agent.id()).isPresent()) {
      return not(Hindrance.ON_THE_LINE);
    }
    if (agent.availability() != Availability.READY) {
      return not(Hindrance.NOT_READY);
    }
    if (agent.canRing()) {
      return Optional.empty();
    }
    return not(
        agent.phoneState() == PhoneState.UNREACHABLE ? Hindrance.UNREACHABLE : Hindrance.BUSY);
  }

  /** Whoever asked for them has thought better of it. */
  void withdrawn(Event.JoinWithdrawn e) {
    Optional<Call> call = talking(e.call(), e.by());
    if (call.isEmpty()) {
      refuse(Hindrance.NOT_TALKING, "");
    } else if (call.get().conversation().invited().isEmpty()) {
      refuse(Hindrance.NOBODY_RUNG, "");
    } else {
      over(call.get(), OfferEnd.WITHDRAWN, e.at());
      grant("");
    }
  }

  /** They leave, and the others go on talking. That they have left is told by Asterisk. */
  void leaves(Event.LeaveWanted e) {
    Optional<Call> call = talking(e.call(), e.by());
    Optional<String> channel =
        call.flatMap(one -> one.conversation().party(e.by())).flatMap(Party::channel);
    if (call.isEmpty()) {
      refuse(Hindrance.NOT_TALKING, "");
    } else if (call.get().conversation().voices() < 2) {
      refuse(Hindrance.ALONE, "");
    } else if (!offering.isLinked()) {
      refuse(Hindrance.NO_LINK, "");
    } else if (channel.isEmpty()) {
      refuse(Hindrance.NOT_MOVABLE, "");
    } else {
      out.add(new Effect.HangUpChannel(call.get().id(), channel.get()));
      grant("");
    }
  }

  /** The call is ended for everybody. That it has ended is told by Asterisk. */
  void ends(Event.EndWanted e) {
    Optional<Call> call = talking(e.call(), e.by());
    if (call.isEmpty()) {
      refuse(Hindrance.NOT_TALKING, "");
    } else if (!offering.isLinked()) {
      refuse(Hindrance.NO_LINK, "");
    } else {
      out.add(new Effect.HangUpChannel(call.get().id(), call.get().channel()));
      grant("");
    }
  }

  /** Whoever was rung did not take it on their desk, or their phone fell silent. */
  void over(Call call, OfferEnd how, Instant now) {
    Optional<AgentId> rung = call.conversation().invited().flatMap(HandingOver::colleague);
    invitations.fail(call, how, now);
    offering.reconsider(); // a missed call may have made them away
    rung.flatMap(roster::find).ifPresent(agent -> offering.serve(agent, now));
  }

  private static Optional<AgentId> colleague(Invitation made) {
    return switch (made) {
      case Invitation.Colleague one -> Optional.of(one.offer().agent());
      case Invitation.Outsider one -> Optional.empty();
    };
  }

  private Optional<Call> talking(CallId id, AgentId agent) {
    return calls.find(id).filter(call -> call.conversation().party(agent).isPresent());
  }

  private static Optional<Hindrance> not(Hindrance why) {
    return Optional.of(why);
  }

  private void grant(String who) {
    out.add(new Effect.Reply(new Verdict.Granted(who)));
  }

  private void refuse(Hindrance why, String who) {
    out.add(new Effect.Reply(new Verdict.Refused(why, who)));
  }
}
