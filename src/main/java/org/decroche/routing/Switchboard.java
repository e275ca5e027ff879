package org.decroche.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.out.CallOutState;
import org.decroche.routing.why.Foreseen;

/**
 * The core: every fact goes in by {@link #on}, everything to be done comes out of it. Confined to
 * one thread at a time; the time is the event's.
 */
public final class Switchboard {
  private final Outbox out = new Outbox();
  private final Doors doors = new Doors();
  private final Calls calls = new Calls();
  private final Roster roster;
  private final Presence presence;
  private final WhoWouldAnswer foresight;
  private final Offering offering;
  private final FoundCalls found;
  private final Leaving leaving;
  private final WrapUps wrapUps;
  private final InHand inHand;
  private final HandingOver handingOver;
  private final Joining joining;
  private final TakingAway takingAway;
  private final LongWaits longWaits;
  private final Asking asking;
  private final Recognising recognising;
  private final CallsOut callsOut;
  private final Resuming resuming;
  private final Adoption adoption;
  private boolean begun;

  /**
   * An empty floor, not linked to Asterisk yet.
   *
   * @param firstOffer the first offer's number; greater than any an earlier run has used
   */
  public Switchboard(Limits limits, long firstOffer) {
    roster = new Roster(out::activity);
    presence = new Presence(roster, limits, out);
    inHand = new InHand(roster);
    wrapUps = new WrapUps(inHand, out);
    Theirs theirs = new Theirs(roster, out);
    Invitations invitations = new Invitations(roster, presence, inHand, limits, out);
    Talking talking = new Talking(roster, inHand, wrapUps, invitations, theirs, out);
    foresight = new WhoWouldAnswer(new WhoAnswers(roster, limits.rest()));
    offering =
        new Offering(
            roster, presence, inHand, talking, invitations, theirs, limits, out, firstOffer);
    found = new FoundCalls(roster, offering, out);
    leaving = new Leaving(calls, roster, offering, out);
    longWaits = new LongWaits(offering, out);
    asking = new Asking(limits, doors, calls, found, offering, leaving, longWaits, out);
    recognising = new Recognising(offering, out);
    callsOut = new CallsOut(roster, doors, calls, found, offering, wrapUps, out);
    handingOver = new HandingOver(calls, roster, offering, invitations, callsOut, out);
    takingAway = new TakingAway(calls, roster, inHand, offering, leaving, handingOver, out);
    joining = new Joining(calls, roster, offering, talking, invitations, handingOver, out);
    resuming =
        new Resuming(
            calls,
            found,
            callsOut,
            doors,
            roster,
            inHand,
            offering,
            talking,
            invitations,
            joining,
            out);
    adoption =
        new Adoption(calls, found, resuming, roster, offering, leaving, joining, callsOut, out);
  }

  /** Takes one fact in, and gives what is to be done for it, in order. */
  public List<Effect> on(Event event) {
    if (!begun) {
      begun = true;
      asking.begins(event.at());
    }
    switch (event) {
      case Event.FloorChanged e -> floorChanged(e);
      case Event.AvailabilityChosen e -> availabilityChosen(e);
      case Event.DeskSeen e -> presence.desk(e.agent(), e.open(), e.at());
      case Event.WrapUpEnded e ->
          roster
              .find(e.agent())
              .filter(agent -> wrapUps.end(agent, e.at()))
              .ifPresent(agent -> offering.serve(agent, e.at()));
      case Event.PhoneReported e -> phoneReported(e);
      case Event.PhoneLost e -> takingAway.lost(e.phone(), e.at());
      case Event.OfferRefused e -> takingAway.refused(e);
      case Event.OfferWithdrawn e -> takingAway.withdrawn(e);
      case Event.CallAsks e -> asking.asked(e);
      case Event.CallerRecognised e -> callerRecognised(e);
      case Event.CustomerChosen e -> recognising.chosen(calls.find(e.call()), e);
      case Event.PhoneRings e -> phoneRings(e);
      case Event.CallAnswered e -> callAnswered(e);
      case Event.PhoneHungUp e -> phoneHungUp(e);
      case Event.JoinWanted e -> handingOver.wanted(e);
      case Event.JoinWithdrawn e -> handingOver.withdrawn(e);
      case Event.LeaveWanted e -> handingOver.leaves(e);
      case Event.EndWanted e -> handingOver.ends(e);
      case Event.TogetherFailed e -> joining.notTogether(e);
      case Event.CallBilled e ->
          calls.find(e.call()).ifPresent(call -> longWaits.billed(call, e.at()));
      case Event.CallEnded e -> callEnded(e);
      case Event.AnswerLost e -> calls.find(e.call()).ifPresent(call -> asking.lost(e, call));
      case Event.MoveFailed e ->
          offered(e.call(), e.offer()).ifPresent(call -> leaving.lose(call, e.at()));
      case Event.CallOutWanted e -> callsOut.wanted(e);
      case Event.CallsOutCounted e -> callsOut.counted(e.made());
      case Event.CallOutDropped e -> callsOut.dropped(e);
      case Event.PhoneDialled e -> callsOut.dialled(e);
      case Event.CalleeRings e -> callsOut.calleeRings(e.call(), e.at());
      case Event.CalleeAnswered e -> callsOut.calleeAnswered(e.call(), e.at());
      case Event.CalleeUnreached e -> callsOut.calleeUnreached(e.call(), e.how());
      case Event.LegUp e -> legUp(e);
      case Event.KeyPressed e -> keyPressed(e);
      case Event.LegDown e -> legDown(e);
      case Event.AsteriskSeen e -> asteriskSeen(e);
      case Event.CallRecalled e -> recalled(e);
      case Event.AsteriskLost e -> offering.linked(false);
      case Event.TimerRang e -> timerRang(e);
    }
    offering.settle(event.at());
    return out.drain();
  }

  /**
   * What would be decided now about a caller who is not there, if they rang at this moment and
   * nobody rang before them. Changes nothing.
   *
   * @return from the first ring to the first human's; empty when there is no such front door
   */
  public List<Foreseen> foresee(
      FrontDoorId door, CallerNumber number, Recognition known, Instant at) {
    return foresee(door, UnaryOperator.identity(), number, known, at);
  }

  /**
   * The same, if the front door were otherwise.
   *
   * @param draft makes of the front door as it is what it would be
   */
  public List<Foreseen> foresee(
      FrontDoorId door,
      UnaryOperator<FrontDoor> draft,
      CallerNumber number,
      Recognition known,
      Instant at) {
    return doors
        .find(door)
        .map(found -> foresight.foresee(draft.apply(found), number, known, at))
        .orElse(List.of());
  }

  /** A live call, for looking at only. */
  public Optional<Call> call(CallId id) {
    return calls.find(id);
  }

  /** How far a live call out is. */
  public Optional<CallOutState> callOut(CallId id) {
    return callsOut.state(id);
  }

  /** The live calls, for looking at only. */
  public Collection<Call> calls() {
    return calls.view();
  }

  /** Everybody on the floor, for looking at only. */
  public Collection<Agent> agents() {
    return roster.all();
  }

  private void floorChanged(Event.FloorChanged e) {
    doors.replace(e.floor().doors());
    roster.replace(e.floor().agents());
    presence.house(e.floor().house(), e.at());
    inHand.takeBack(e.at());
    callsOut.takeBack(e.at());
    callsOut.house(e.floor().house());
    for (Call call : calls.snapshot()) {
      doors.find(call.door().id()).filter(door -> !door.equals(call.door())).ifPresent(call::door);
    }
    takingAway.fromWhoLeft(e.at());
    if (offering.isLinked()) {
      out.add(new Effect.SetFallbackMembers(readyPhones()));
    }
    offering.serveAll(e.at());
  }

  private void availabilityChosen(Event.AvailabilityChosen e) {
    roster
        .find(e.agent())
        .ifPresentOrElse(
            agent -> {
              presence.chosen(agent, e.availability(), e.at());
              offering.serve(agent, e.at());
              offering.reconsider(); // others may have waited for them, or for nobody being ready
            },
            () -> roster.chooseEarly(e.agent(), e.availability(), e.at()));
  }

  private void phoneReported(Event.PhoneReported e) {
    roster.observe(e.phone(), e.state());
    roster.find(e.phone()).ifPresent(agent -> offering.serve(agent, e.at()));
    if (e.state() == PhoneState.UNREACHABLE) {
      offering.reconsider(); // nobody waits for a phone that is gone
    }
  }

  private void phoneRings(Event.PhoneRings e) {
    calls
        .find(e.call())
        .filter(call -> call.state() == CallState.OFFERED)
        .ifPresent(call -> phoneRings(call, e));
  }

  private void phoneRings(Call call, Event.PhoneRings e) {
    Optional<Offer> offer = call.offer().filter(made -> made.phone().equals(e.phone()));
    offer.ifPresent(made -> e.outside().ifPresent(call::ringsOutside));
    offer
        .filter(made -> call.rings())
        .ifPresent(
            made ->
                out.journal(
                    new Step.Ringing(call.id(), call.nextSeq(), e.at(), made.id(), made.agent())));
  }

  private void callAnswered(Event.CallAnswered e) {
    calls
        .find(e.call())
        .filter(call -> call.state() != CallState.TALKING)
        .ifPresentOrElse(
            call -> leaving.answered(call, e.phone(), e.channel(), e.at()),
            () -> {
              found.answered(e.call(), e.phone(), e.channel(), e.at());
              resuming.resume(e.call(), e.at());
            });
  }

  private void phoneHungUp(Event.PhoneHungUp e) {
    e.unreached().ifPresent(how -> callsOut.calleeUnreached(e.call(), how));
    calls
        .find(e.call())
        .ifPresentOrElse(call -> phoneHungUp(call, e), () -> found.left(e.call(), e.channel()));
  }

  /**
   * Between two, a conversation ends with either of them: the caller's own channel goes too, a
   * little later. Their human is free at once.
   */
  private void phoneHungUp(Call call, Event.PhoneHungUp e) {
    joining.left(call, e.channel(), e.at());
    if (call.conversation().isBetweenTwo(e.channel())) {
      call.conversation().party(e.channel()).map(Party::agent).ifPresent(this::lineOver);
      leaving.end(call, Ending.TALKED, e.at());
    }
  }

  /** Their phone says so itself, and Asterisk a moment later; the dialplan looks again. */
  private void lineOver(AgentId who) {
    roster
        .find(who)
        .filter(agent -> agent.profile().outside().isEmpty())
        .ifPresent(
            agent -> {
              roster.lineOver(agent);
              out.add(new Effect.SetTimer(new Timer.ReportMissing(who), Limits.REPORT));
            });
  }

  private void legUp(Event.LegUp e) {
    callsOut.legUp(e.leg(), e.at());
    joining.legUp(e.leg(), e.at());
  }

  private void keyPressed(Event.KeyPressed e) {
    callsOut.agentThere(e.leg(), e.at());
    joining.keyPressed(e.leg(), e.at());
  }

  private void legDown(Event.LegDown e) {
    callsOut.legDown(e.leg(), e.how(), e.at());
    joining.legDown(e.leg(), e.how(), e.at());
    found.left(e.leg());
  }

  private void callerRecognised(Event.CallerRecognised e) {
    if (!callsOut.recognised(e.call(), e.recognition(), e.at())) {
      calls.find(e.call()).ifPresent(call -> recognising.recognised(call, e.recognition(), e.at()));
    }
  }

  private void callEnded(Event.CallEnded e) {
    if (callsOut.over(e.call(), LegEnd.HUNG_UP, e.at())) {
      calls.ended().add(e.call());
      return;
    }
    if (found.ended(e.call(), Ending.GAVE_UP, e.at())) {
      calls.ended().add(e.call());
      return;
    }
    calls
        .find(e.call())
        .ifPresentOrElse(
            call -> leaving.end(call, Ending.GAVE_UP, e.at()),
            () -> calls.ended().addUnheard(e.call(), e.at()));
  }

  private void asteriskSeen(Event.AsteriskSeen e) {
    adoption.seen(e);
    out.add(new Effect.SetFallbackMembers(readyPhones()));
    offering.serveAll(e.at());
  }

  private void recalled(Event.CallRecalled e) {
    switch (e.says()) {
      case Recalled.In in -> resuming.recalled(in, e.at());
      case Recalled.Out call -> callsOut.recalled(call, e.at());
    }
  }

  private void timerRang(Event.TimerRang e) {
    switch (e.timer()) {
      case Timer.LookUpDeadline timer ->
          calls.find(timer.call()).ifPresent(call -> recognising.late(call, e.at()));
      case Timer.RestOver timer ->
          calls.find(timer.call()).ifPresent(call -> restOver(call, e.at()));
      case Timer.OfferOverdue timer ->
          offered(timer.call(), timer.offer())
              .ifPresentOrElse(
                  call -> leaving.lose(call, e.at()),
                  () -> joining.overdue(timer.call(), timer.offer(), e.at()));
      case Timer.ReachChanges timer ->
          calls.find(timer.call()).ifPresent(call -> offering.reachChanges(call, e.at()));
      case Timer.LongWait timer ->
          calls.find(timer.call()).ifPresent(call -> longWaits.over(call, e.at()));
      case Timer.WrapUpOver timer ->
          roster
              .find(timer.agent())
              .filter(agent -> wrapUps.over(agent, timer.call(), e.at()))
              .ifPresent(agent -> offering.serve(agent, e.at()));
      case Timer.ReportMissing timer -> roster.find(timer.agent()).ifPresent(roster::reportMissing);
      case Timer.DeskAwaited timer -> {
        if (presence.deskAwaited(timer.agent(), e.at())) {
          offering.reconsider();
        }
      }
    }
  }

  private void restOver(Call call, Instant now) {
    call.rested(now);
    if (call.state() == CallState.WAITING) {
      offering.decide(call, now);
    }
  }

  /** The call, when this very offer is in the air for it. */
  private Optional<Call> offered(CallId id, OfferId offer) {
    return calls
        .find(id)
        .filter(call -> call.state() == CallState.OFFERED)
        .filter(call -> call.offer().map(Offer::id).equals(Optional.of(offer)));
  }

  private Set<Phone> readyPhones() {
    return roster.all().stream()
        .filter(Agent::isFallbackMember)
        .map(Agent::phone)
        .collect(Collectors.toSet());
  }
}
