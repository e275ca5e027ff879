package org.decroche.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.out.CallOutState;

/**
 * Conversations that an earlier run of ours began: from who a look found on the line and what is on
 * record of the call, they are calls like any other again, with their cards back on the desks.
 */
final class Resuming {
  private final Calls calls;
  private final FoundCalls found;
  private final CallsOut callsOut;
  private final Doors doors;
  private final Roster roster;
  private final InHand inHand;
  private final Offering offering;
  private final Talking talking;
  private final Invitations invitations;
  private final Joining joining;
  private final Outbox out;

  Resuming(
      Calls calls,
      FoundCalls found,
      CallsOut callsOut,
      Doors doors,
      Roster roster,
      InHand inHand,
      Offering offering,
      Talking talking,
      Invitations invitations,
      Joining joining,
      Outbox out) {
    this.calls = calls;
    this.found = found;
    this.callsOut = callsOut;
    this.doors = doors;
    this.roster = roster;
    this.inHand = inHand;
    this.offering = offering;
    this.talking = talking;
    this.invitations = invitations;
    this.joining = joining;
    this.out = out;
  }

  /** What is on record of a call that was found is known now. */
  void recalled(Recalled.In says, Instant now) {
    found.recalled(says);
    resume(says.call(), now);
  }

  /** Goes on with it when they talk and all is known; else nothing happens. */
  void resume(CallId id, Instant now) {
    found
        .find(id)
        .filter(FoundCalls.Found::talking)
        .filter(call -> call.says().isPresent())
        .ifPresent(
            call ->
                doors
                    .find(call.says().flatMap(Recalled::door))
                    .ifPresent(door -> resume(call, call.says().orElseThrow(), door, now)));
  }

  private void resume(FoundCalls.Found was, Recalled.In says, FrontDoor door, Instant now) {
    LiveCall seen = was.seen();
    Call call =
        new Call(
            seen.call(),
            seen.channel(),
            door,
            says.number(),
            says.arrivedAt(),
            now,
            says.arrivedAt(),
            was.seq(now));
    says.billedSince().ifPresent(call::billed);
    says.customer().ifPresent(call::choose);
    calls.add(call);
    List<Party> ours = ours(was, says, now);
    talking.goesOn(call, ours, says.answeredAt().orElse(now), now);
    outside(call, seen, says);
    ours.forEach(party -> adopt(party, call));
    call.conversation().together(seen.together());
    found.forget(call.id(), now);
    if (says.answeredAt().isEmpty() && was.pickedUp().isEmpty() && !ours.isEmpty()) {
      Party first = ours.getFirst();
      out.journal(
          new Step.Answered(
              call.id(),
              call.nextSeq(),
              now,
              first.offer().id(),
              first.agent(),
              call.billedBefore(now)));
    }
    if (!ours.isEmpty()) {
      rungToJoin(call, says, ours, now);
    }
    ScreenPop.show(call, out);
    Recognising.lookUpChosen(call, out);
  }

  /** Those of ours on the line. Whoever is elsewhere, as we know, is not taken for one. */
  private List<Party> ours(FoundCalls.Found was, Recalled.In says, Instant now) {
    List<Party> ours = new ArrayList<>();
    for (LiveParty one : was.seen().parties()) {
      party(one, was, says, now)
          .filter(party -> isNowhere(party.agent()))
          .filter(party -> ours.stream().noneMatch(other -> other.agent().equals(party.agent())))
          .ifPresent(ours::add);
    }
    return ours;
  }

  private boolean isNowhere(AgentId agent) {
    Engagement in = roster.find(agent).map(Agent::engagement).orElse(Engagement.FREE);
    return inHand.of(agent).isEmpty() && (in == Engagement.FREE || in == Engagement.WRAPPING_UP);
  }

  private Optional<Party> party(
      LiveParty one, FoundCalls.Found was, Recalled.In says, Instant now) {
    Optional<Recalled.Offered> byLeg =
        says.offers().stream()
            .filter(made -> LegId.of(made.offer().value()).value().equals(one.channel()))
            .findFirst();
    Optional<AgentId> agent =
        byLeg
            .map(Recalled.Offered::agent)
            .or(() -> one.phone().flatMap(roster::find).map(Agent::id))
            .or(() -> LegId.isName(one.channel()) ? Optional.empty() : says.answeredBy());
    return agent
        .flatMap(roster::find)
        .map(
            who -> {
              Optional<Recalled.Offered> made = byLeg.or(() -> FoundCalls.lastTo(who.id(), says));
              Offer offer =
                  was.pickedUp()
                      .filter(by -> by.agent().equals(who.id()))
                      .or(() -> made.map(known -> offer(known, who.phone())))
                      .orElseGet(() -> unknown(who, now));
              Instant since =
                  made.flatMap(Recalled.Offered::talkingSince).or(says::answeredAt).orElse(now);
              return new Party(offer, who.profile().name(), Optional.of(one.channel()), since);
            });
  }

  static Offer offer(Recalled.Offered made, Phone phone) {
    return new Offer(made.offer(), made.agent(), phone, made.reason(), made.at(), false);
  }

  /** They picked up and no offer of ours is on record: Asterisk found them alone. */
  private Offer unknown(Agent agent, Instant now) {
    return new Offer(
        offering.nextId(), agent.id(), agent.phone(), new Reason.Fallback(), now, false);
  }

  /** Who was brought in from outside and is there. */
  private void outside(Call call, LiveCall seen, Recalled.In says) {
    for (Recalled.Outside one : says.outside()) {
      if (seen.parties().stream().anyMatch(on -> on.channel().equals(one.leg().value()))) {
        call.conversation().add(one.leg(), one.number());
        invitations.adopt(one.leg(), call);
      }
    }
  }

  /** Whose phone rang for them to join when we died: it rings on, and they are welcome. */
  private void rungToJoin(Call call, Recalled.In says, List<Party> ours, Instant now) {
    for (Recalled.Offered made : says.offers().reversed()) {
      LegId leg = LegId.of(made.offer().value());
      Optional<Agent> agent = roster.find(made.agent()).filter(who -> isNowhere(who.id()));
      Optional<CallOutState> rung = callsOut.joins(leg);
      if (rung.isPresent() && agent.isPresent()) {
        invited(call, colleague(made, agent.get(), leg, ours), rung.get(), now);
        return;
      }
    }
    for (Recalled.Outside made : says.outside().reversed()) {
      Optional<CallOutState> rung = callsOut.joins(made.leg());
      if (rung.isPresent() && !call.conversation().outside().containsKey(made.leg())) {
        AgentId by = ours.getFirst().agent();
        invited(call, new Invitation.Outsider(made.leg(), by, made.number()), rung.get(), now);
        return;
      }
    }
  }

  private static Invitation colleague(
      Recalled.Offered made, Agent agent, LegId leg, List<Party> ours) {
    String by =
        switch (made.reason()) {
          case Reason.HandedOver over -> over.by();
          case Reason.BroughtIn in -> in.by();
          default -> "";
        };
    Party asked =
        ours.stream().filter(party -> party.name().equals(by)).findFirst().orElse(ours.getFirst());
    return new Invitation.Colleague(
        leg,
        asked.agent(),
        offer(made, agent.phone()),
        agent.profile().name(),
        made.reason() instanceof Reason.HandedOver over ? over.movesCase() : Optional.empty(),
        agent.profile().outside());
  }

  private void invited(Call call, Invitation made, CallOutState rung, Instant now) {
    invitations.goesOn(call, made, now);
    boolean pickedUp = rung != CallOutState.RINGING_AGENT;
    if (pickedUp) {
      joining.legUp(made.leg(), now); // they wait for the others
    }
  }

  /** Whoever came by a leg of ours is told of by it. */
  private void adopt(Party party, Call call) {
    party
        .channel()
        .filter(LegId::isName)
        .map(LegId::new)
        .ifPresent(leg -> invitations.adopt(leg, call));
  }
}
