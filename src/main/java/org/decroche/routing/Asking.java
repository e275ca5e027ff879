package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoor;

/** The dialplan's question, and what becomes of its answer. */
final class Asking {
  // A first question comes within milliseconds of the arrival; a later one, or one of a call that
  // arrived before we began, is from a call that an earlier run of ours knew.
  private static final Duration NEWCOMER = Duration.ofSeconds(2);

  // An earlier question's answer is reported lost at once when a later one overtakes it.
  private static final Duration OVERTAKEN = Duration.ofSeconds(1);

  private final Limits limits;
  private final Doors doors;
  private final Calls calls;
  private final FoundCalls found;
  private final Offering offering;
  private final Leaving leaving;
  private final LongWaits longWaits;
  private final Outbox out;
  private Instant lastQuestion = Instant.EPOCH;
  private Duration setBack = Duration.ZERO;

  private Instant began = Instant.MIN;

  Asking(
      Limits limits,
      Doors doors,
      Calls calls,
      FoundCalls found,
      Offering offering,
      Leaving leaving,
      LongWaits longWaits,
      Outbox out) {
    this.limits = limits;
    this.doors = doors;
    this.calls = calls;
    this.found = found;
    this.offering = offering;
    this.leaving = leaving;
    this.longWaits = longWaits;
    this.out = out;
  }

  void asked(Event.CallAsks e) {
    noticeSetBack(e.at());
    if (calls.ended().contains(e.call())) {
      recordUnheard(e);
      out.add(new Effect.Answer(e.call(), new Instruction.UseFallback()));
      return;
    }
    calls.find(e.call()).ifPresentOrElse(call -> again(call, e), () -> arrived(e));
  }

  private void again(Call call, Event.CallAsks e) {
    if (call.askedAt().equals(e.at()) && !tellsTheEnd(e, call)) {
      return; // the same question, told twice
    }
    if (isOnItsWay(call, e)) {
      // Our move overtook this question: it lands in the dialplan whatever we answer.
      out.add(new Effect.Answer(e.call(), new Instruction.KeepRinging()));
      return;
    }
    call.asks(e.at());
    longWaits.found(call, e.billedSince());
    switch (call.state()) {
      case IDENTIFYING -> {}
      case WAITING -> offering.decide(call, e.at());
      case OFFERED, TALKING, ADRIFT -> leaving.decideAnew(call, howItEnded(call, e), e.at());
    }
  }

  /** The answer to a question did not reach the dialplan. */
  void lost(Event.AnswerLost e, Call call) {
    if (call.hasOvertaken() && e.at().isBefore(call.askedAt().plus(OVERTAKEN))) {
      return; // an earlier question's answer; the later one's counts
    }
    boolean moved = call.offer().filter(Offer::byMove).isPresent();
    if (moved || call.isRinging()) {
      return; // by a move, or because it did arrive, the caller is where we want them
    }
    switch (call.state()) {
      case IDENTIFYING, WAITING, OFFERED -> {
        leaving.lose(call, e.at());
        out.journal(new Step.Fallback(call.id(), call.nextSeq(), e.at()));
      }
      case TALKING, ADRIFT -> {}
    }
  }

  /**
   * A question that was on its way when we moved the caller. The channel may carry the end of an
   * earlier offer: only the end of this one tells that the move is over.
   */
  private static boolean isOnItsWay(Call call, Event.CallAsks e) {
    return (call.state() == CallState.OFFERED || call.state() == CallState.TALKING)
        && call.offer()
            .filter(Offer::byMove)
            .filter(offer -> e.at().isBefore(offer.at().plus(Limits.MOVE)))
            .isPresent()
        && !tellsTheEnd(e, call);
  }

  /** It is the end of the offer in the air, not of an earlier one. */
  private static boolean tellsTheEnd(Event.CallAsks e, Call call) {
    return e.ended().isPresent()
        && e.ended().map(Event.EndedOffer::offer).equals(call.offer().map(Offer::id));
  }

  private static OfferEnd howItEnded(Call call, Event.CallAsks e) {
    return e.ended()
        .filter(over -> tellsTheEnd(e, call))
        .map(Event.EndedOffer::how)
        .orElse(OfferEnd.LOST);
  }

  /** An offer of an earlier run has come to nothing: as with one of ours, the next is another's. */
  private void letRing(Call call, AgentId agent, Event.CallAsks e) {
    e.ended()
        .ifPresent(
            over -> {
              out.journal(
                  new Step.OfferEnded(
                      call.id(), call.nextSeq(), e.at(), over.offer(), agent, over.how()));
              offering.rest(call, agent, e.at());
            });
  }

  /** The first that was ever told of this run of ours. */
  void begins(Instant now) {
    began = now;
  }

  private void arrived(Event.CallAsks e) {
    Optional<FrontDoor> door = doors.find(e.door());
    if (door.isEmpty()) {
      out.add(new Effect.Answer(e.call(), new Instruction.UseFallback()));
      return;
    }
    boolean newcomer =
        e.at().isBefore(e.arrivedAt().plus(NEWCOMER)) && !e.arrivedAt().isBefore(began);
    Optional<AgentId> rang = e.ended().flatMap(over -> found.rungFor(e.call()));
    long firstSeq = Math.max(found.forget(e.call(), e.at()), newcomer ? 1 : e.at().toEpochMilli());
    Call call =
        new Call(
            e.call(),
            e.channel(),
            door.get(),
            e.caller(),
            e.arrivedAt(),
            e.at(),
            turn(e),
            firstSeq);
    call.asks(e.at());
    calls.add(call);
    out.journal(
        new Step.Arrived(
            call.id(), call.nextSeq(), call.arrivedAt(), call.door().id(), call.number()));
    rang.ifPresent(agent -> letRing(call, agent, e));
    longWaits.found(call, e.billedSince());
    longWaits.arrived(call, e.at());
    if (call.number() instanceof CallerNumber.Dialable dialable) {
      out.add(new Effect.LookUp(call.id(), call.door().id(), dialable.number()));
      out.add(new Effect.SetTimer(new Timer.LookUpDeadline(call.id()), limits.lookUp()));
    } else {
      offering.decide(call, e.at());
    }
  }

  /** First come, first served, also when the machine's clock was set back between two callers. */
  private Instant turn(Event.CallAsks e) {
    Instant first = e.arrivedAt().isBefore(e.at()) ? e.arrivedAt() : e.at();
    return first.plus(setBack);
  }

  private void noticeSetBack(Instant now) {
    if (now.isBefore(lastQuestion.minus(Call.CLOCKS_DIFFER))) {
      setBack = setBack.plus(Duration.between(now, lastQuestion));
      lastQuestion = now;
    } else if (now.isAfter(lastQuestion)) {
      lastQuestion = now;
    }
  }

  /** The hang-up was faster than the question: the record still tells that somebody rang. */
  private void recordUnheard(Event.CallAsks e) {
    Optional<FrontDoor> door = doors.find(e.door());
    if (door.isEmpty()) {
      return;
    }
    Optional<Instant> end = calls.ended().takeUnheard(e.call());
    end.ifPresent(
        at -> {
          out.journal(new Step.Arrived(e.call(), 1, e.arrivedAt(), door.get().id(), e.caller()));
          out.journal(new Step.Ended(e.call(), 2, at, Ending.GAVE_UP));
        });
  }
}
