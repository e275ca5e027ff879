package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;

/**
 * The core: every fact goes in by {@link #on}, everything to be done comes out of it. Confined to
 * one thread at a time; the time is the event's.
 */
public final class Switchboard {
  // A first question comes within milliseconds of the arrival; a later one is from a call that an
  // earlier run of ours knew.
  private static final Duration NEWCOMER = Duration.ofSeconds(2);

  private final Limits limits;
  private final Outbox out = new Outbox();
  private final Roster roster;
  private final Offering offering;
  private final Map<FrontDoorId, FrontDoor> doors = new LinkedHashMap<>();
  private final Map<CallId, Call> calls = new HashMap<>();
  private final EndedCalls ended = new EndedCalls();
  private final Map<CallId, LiveCall> foundTalking = new HashMap<>();
  private boolean linked;

  /**
   * An empty floor, not linked to Asterisk yet.
   *
   * @param firstOffer the first offer's number; greater than any an earlier run has used
   */
  public Switchboard(Limits limits, long firstOffer) {
    this.limits = limits;
    this.roster =
        new Roster(agent -> out.add(new Effect.ShowActivity(agent.id(), agent.activity())));
    this.offering = new Offering(roster, limits, out, firstOffer);
  }

  /** Takes one fact in, and gives what is to be done for it, in order. */
  public List<Effect> on(Event event) {
    switch (event) {
      case Event.FloorChanged e -> floorChanged(e);
      case Event.AvailabilityChosen e -> availabilityChosen(e);
      case Event.PhoneReported e -> phoneReported(e);
      case Event.CallAsks e -> callAsks(e);
      case Event.CallerRecognised e -> callerRecognised(e);
      case Event.CustomerChosen e -> customerChosen(e);
      case Event.PhoneRings e -> phoneRings(e);
      case Event.CallAnswered e -> callAnswered(e);
      case Event.CallBilled e -> known(e.call()).ifPresent(call -> call.billed(e.at()));
      case Event.CallEnded e -> callEnded(e);
      case Event.AnswerLost e -> answerLost(e);
      case Event.MoveFailed e -> moveFailed(e);
      case Event.AsteriskSeen e -> asteriskSeen(e);
      case Event.AsteriskLost e -> link(false);
      case Event.TimerRang e -> timerRang(e);
    }
    return out.drain();
  }

  /** A live call, for looking at only. */
  public Optional<Call> call(CallId id) {
    return known(id);
  }

  /** The live calls, for looking at only. */
  public Collection<Call> calls() {
    return Collections.unmodifiableCollection(calls.values());
  }

  /** Everybody on the floor, for looking at only. */
  public Collection<Agent> agents() {
    return roster.all();
  }

  private void floorChanged(Event.FloorChanged e) {
    doors.clear();
    e.floor().doors().forEach(door -> doors.put(door.id(), door));
    roster.replace(e.floor().agents());
    if (linked) {
      out.add(new Effect.SetFallbackMembers(readyPhones()));
    }
    offering.serveAll(e.at());
  }

  private void availabilityChosen(Event.AvailabilityChosen e) {
    roster
        .find(e.agent())
        .ifPresent(
            agent -> {
              roster.choose(agent, e.availability(), e.at());
              out.add(
                  new Effect.SetFallbackMember(
                      agent.phone(), e.availability() == Availability.READY));
              offering.serve(agent, e.at());
            });
  }

  private void phoneReported(Event.PhoneReported e) {
    roster.observe(e.phone(), e.state());
    roster.find(e.phone()).ifPresent(agent -> offering.serve(agent, e.at()));
  }

  private void callAsks(Event.CallAsks e) {
    Call call = calls.get(e.call());
    if (ended.contains(e.call())) {
      out.add(new Effect.Answer(e.call(), new Instruction.UseFallback()));
    } else if (call == null) {
      arrived(e);
    } else if (isOnItsWay(call, e)) {
      // Our move overtook this question: it lands in the dialplan whatever we answer.
      out.add(new Effect.Answer(e.call(), new Instruction.KeepRinging()));
    } else {
      call.asking(true);
      switch (call.state()) {
        case IDENTIFYING -> {}
        case WAITING -> offering.decide(call, e.at());
        case OFFERED, TALKING, ADRIFT -> decideAnew(call, howItEnded(call, e), e.at());
      }
    }
  }

  private static boolean isOnItsWay(Call call, Event.CallAsks e) {
    return call.state() == CallState.OFFERED
        && e.ended().isEmpty()
        && call.offer()
            .filter(Offer::byMove)
            .filter(offer -> e.at().isBefore(offer.at().plus(Limits.MOVE)))
            .isPresent();
  }

  private static OfferEnd howItEnded(Call call, Event.CallAsks e) {
    return e.ended()
        .filter(over -> call.offer().map(Offer::id).equals(Optional.of(over.offer())))
        .map(Event.EndedOffer::how)
        .orElse(OfferEnd.LOST);
  }

  private void arrived(Event.CallAsks e) {
    Optional<FrontDoor> door =
        e.door().map(doors::get).or(() -> doors.values().stream().findFirst());
    if (door.isEmpty()) {
      out.add(new Effect.Answer(e.call(), new Instruction.UseFallback()));
      return;
    }
    boolean newcomer = e.at().isBefore(e.arrivedAt().plus(NEWCOMER));
    long firstSeq = newcomer ? 1 : e.at().toEpochMilli();
    Call call =
        new Call(e.call(), e.channel(), door.get(), e.caller(), e.arrivedAt(), e.at(), firstSeq);
    call.asking(true);
    calls.put(call.id(), call);
    foundTalking.remove(call.id());
    out.journal(
        new Step.Arrived(
            call.id(), call.nextSeq(), call.arrivedAt(), call.door().id(), call.number()));
    if (call.number() instanceof CallerNumber.Dialable dialable) {
      lookUp(call, dialable);
      out.add(new Effect.SetTimer(new Timer.LookUpDeadline(call.id()), limits.lookUp()));
    } else {
      offering.decide(call, e.at());
    }
  }

  private void lookUp(Call call, CallerNumber.Dialable dialable) {
    out.add(new Effect.LookUp(call.id(), call.door().id(), dialable.number()));
  }

  private void callerRecognised(Event.CallerRecognised e) {
    known(e.call()).ifPresent(call -> recognised(call, e.recognition(), e.at()));
  }

  private void recognised(Call call, Recognition recognition, Instant now) {
    boolean first = call.state() == CallState.IDENTIFYING;
    if (!first && recognition.lookUp() == LookUp.LATE) {
      return; // what is known already is better
    }
    offering.refile(call, () -> call.recognise(recognition));
    if (recognition.lookUp() == LookUp.LATE) {
      out.journal(new Step.LookUpLate(call.id(), call.nextSeq(), now));
    } else {
      out.journal(
          new Step.Identified(
              call.id(),
              call.nextSeq(),
              now,
              recognition.lookUp(),
              call.customer(),
              recognition.customers().size()));
    }
    if (first || call.state() == CallState.WAITING) {
      offering.decide(call, now);
    } else {
      offering.show(call);
    }
  }

  private void customerChosen(Event.CustomerChosen e) {
    known(e.call())
        .ifPresent(
            call -> {
              offering.refile(call, () -> call.choose(e.customer()));
              offering.show(call);
              if (call.number() instanceof CallerNumber.Dialable dialable) {
                lookUp(call, dialable); // they may have been written down just now
              }
            });
  }

  private void phoneRings(Event.PhoneRings e) {
    known(e.call())
        .filter(call -> call.state() == CallState.OFFERED)
        .ifPresent(
            call ->
                call.offer()
                    .filter(offer -> offer.phone().equals(e.phone()) && call.rings())
                    .ifPresent(
                        offer ->
                            out.journal(
                                new Step.Ringing(
                                    call.id(),
                                    call.nextSeq(),
                                    e.at(),
                                    offer.id(),
                                    offer.agent()))));
  }

  private void callAnswered(Event.CallAnswered e) {
    known(e.call())
        .filter(call -> call.state() != CallState.TALKING)
        .ifPresent(
            call -> roster.find(e.phone()).ifPresent(agent -> offering.talk(call, agent, e.at())));
  }

  private void callEnded(Event.CallEnded e) {
    ended.add(e.call());
    LiveCall found = foundTalking.remove(e.call());
    if (found != null) {
      out.journal(new Step.Ended(e.call(), e.at().toEpochMilli(), e.at(), Ending.TALKED));
    }
    known(e.call()).ifPresent(call -> end(call, Ending.GAVE_UP, e.at()));
  }

  private void end(Call call, Ending untalked, Instant now) {
    Optional<Agent> agent = call.offer().flatMap(offer -> roster.find(offer.agent()));
    offering.leave(call, OfferEnd.CALLER_HUNG_UP, now);
    if (call.isAsking()) {
      offering.answer(call, new Instruction.UseFallback());
    }
    out.journal(
        new Step.Ended(call.id(), call.nextSeq(), now, call.talked() ? Ending.TALKED : untalked));
    calls.remove(call.id());
    agent.ifPresent(freed -> offering.serve(freed, now));
  }

  private void answerLost(Event.AnswerLost e) {
    known(e.call())
        .filter(call -> call.state() != CallState.TALKING && call.state() != CallState.ADRIFT)
        .filter(call -> call.offer().map(offer -> !offer.byMove()).orElse(true))
        .ifPresent(call -> lose(call, e.at()));
  }

  private void moveFailed(Event.MoveFailed e) {
    known(e.call())
        .filter(call -> call.state() == CallState.OFFERED)
        .filter(call -> call.offer().map(Offer::id).equals(Optional.of(e.offer())))
        .ifPresent(call -> lose(call, e.at()));
  }

  /** We no longer know where in the dialplan the caller is; they come back by asking. */
  private void lose(Call call, Instant now) {
    Optional<Agent> agent = call.offer().flatMap(offer -> roster.find(offer.agent()));
    offering.leave(call, OfferEnd.LOST, now);
    call.asking(false);
    out.journal(new Step.Fallback(call.id(), call.nextSeq(), now));
    agent.ifPresent(freed -> offering.serve(freed, now));
  }

  private void decideAnew(Call call, OfferEnd how, Instant now) {
    Optional<Agent> agent = call.offer().flatMap(offer -> roster.find(offer.agent()));
    offering.leave(call, how, now);
    offering.decide(call, now);
    agent.ifPresent(freed -> offering.serve(freed, now));
  }

  private void asteriskSeen(Event.AsteriskSeen e) {
    roster.observeAll(e.phones());
    Map<CallId, LiveCall> live =
        e.calls().stream().collect(Collectors.toMap(LiveCall::call, seen -> seen, (a, b) -> a));
    for (Call call : List.copyOf(calls.values())) {
      if (!live.containsKey(call.id()) && call.knownSince().isBefore(e.at())) {
        ended.add(call.id());
        end(call, Ending.UNSEEN, e.at());
      }
    }
    foundTalking.keySet().retainAll(live.keySet());
    link(true);
    out.add(new Effect.SetFallbackMembers(readyPhones()));
    e.calls().forEach(this::adopt);
    offering.serveAll(e.at());
  }

  private void adopt(LiveCall found) {
    Call call = calls.get(found.call());
    boolean adrift = call == null || call.state() == CallState.ADRIFT;
    switch (found.where()) {
      case WAITING, FALLBACK -> {
        if (adrift && !ended.contains(found.call())) {
          out.add(new Effect.AskAgain(found.call(), found.channel()));
        }
      }
      case TALKING -> {
        if (call == null) {
          foundTalking.put(found.call(), found);
        }
      }
      case OFFERED -> {}
    }
  }

  private void timerRang(Event.TimerRang e) {
    switch (e.timer()) {
      case Timer.LookUpDeadline timer ->
          known(timer.call())
              .filter(call -> call.state() == CallState.IDENTIFYING)
              .ifPresent(call -> recognised(call, Recognition.LATE, e.at()));
      case Timer.RestOver timer ->
          known(timer.call())
              .filter(call -> call.state() == CallState.WAITING)
              .ifPresent(call -> offering.decide(call, e.at()));
      case Timer.OfferOverdue timer ->
          known(timer.call())
              .filter(call -> call.state() == CallState.OFFERED)
              .filter(call -> call.offer().map(Offer::id).equals(Optional.of(timer.offer())))
              .ifPresent(call -> lose(call, e.at()));
    }
  }

  private void link(boolean up) {
    linked = up;
    offering.linked(up);
  }

  private Optional<Call> known(CallId id) {
    return Optional.ofNullable(calls.get(id));
  }

  private Set<Phone> readyPhones() {
    return roster.all().stream()
        .filter(agent -> agent.availability() == Availability.READY)
        .map(Agent::phone)
        .collect(Collectors.toSet());
  }
}
