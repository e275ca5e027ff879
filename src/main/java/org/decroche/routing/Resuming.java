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
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.LiveParty;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.leg.LegId;

/**
 * Conversations that an earlier run of ours began: from who a look found on the line and what is on
 * record of the call, they are calls like any other again, with their cards back on the desks.
 */
final class Resuming {
  private final Calls calls;
  private final FoundCalls found;
  private final Doors doors;
  private final Roster roster;
  private final InHand inHand;
  private final Offering offering;
  private final Talking talking;
  private final Invitations invitations;
  private final Outbox out;

  Resuming(
      Calls calls,
      FoundCalls found,
      Doors doors,
      Roster roster,
      InHand inHand,
      Offering offering,
      Talking talking,
      Invitations invitations,
      Outbox out) {
    this.calls = calls;
    this.found = found;
    this.doors = doors;
    this.roster = roster;
    this.inHand = inHand;
    this.offering = offering;
    this.talking = talking;
    this.invitations = invitations;
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
    ScreenPop.show(call, out);
    if (call.number() instanceof CallerNumber.Dialable dialable) {
      out.add(new Effect.LookUp(call.id(), door.id(), dialable.number()));
    }
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

  /** Whoever came by a leg of ours is told of by it. */
  private void adopt(Party party, Call call) {
    party
        .channel()
        .filter(LegId::isName)
        .map(LegId::new)
        .ifPresent(leg -> invitations.adopt(leg, call));
  }
}
