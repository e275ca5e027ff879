package org.decroche.routing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.WaitingLine;

/** Brings callers and free agents together, and takes them apart again. */
final class Offering {
  private final Roster roster;
  private final WhoAnswers who;
  private final Limits limits;
  private final Outbox out;
  private final WaitingLine line = new WaitingLine();
  private final Map<AgentId, Call> inHand = new HashMap<>();
  private long nextOffer;
  private boolean linked;

  Offering(Roster roster, Limits limits, Outbox out, long firstOffer) {
    this.roster = roster;
    this.who = new WhoAnswers(roster, limits.rest());
    this.limits = limits;
    this.out = out;
    this.nextOffer = firstOffer;
  }

  /** Whether callers can be moved; without the link they are served only when they ask. */
  void linked(boolean now) {
    linked = now;
  }

  /** Offers the call to whoever the rule finds, or lets it wait. */
  void decide(Call call, Instant now) {
    Optional<Choice> choice = call.isAsking() || linked ? who.choose(call, now) : Optional.empty();
    if (choice.isPresent()) {
      offer(call, choice.get(), now);
    } else {
      await(call, now);
    }
  }

  /** Gives an agent who may have become free the oldest caller they may serve. */
  void serve(Agent agent, Instant now) {
    while (linked && agent.isFree()) {
      Optional<Call> oldest = line.oldestFor(agent, call -> who.mayAsk(call, agent.id(), now));
      if (oldest.isEmpty()) {
        return;
      }
      decide(oldest.get(), now);
    }
  }

  void serveAll(Instant now) {
    for (Agent agent : List.copyOf(roster.all())) {
      serve(agent, now);
    }
  }

  /** Takes the call out of whatever it is in, without deciding what comes next. */
  void leave(Call call, OfferEnd how, Instant now) {
    switch (call.state()) {
      case WAITING -> line.remove(call);
      case OFFERED -> endOffer(call, how, now);
      case TALKING -> endTalk(call, now);
      case IDENTIFYING, ADRIFT -> {}
    }
    call.become(CallState.ADRIFT);
  }

  /** Files a waiting call anew around a change of what is known of its caller. */
  void refile(Call call, Runnable change) {
    boolean waiting = call.state() == CallState.WAITING;
    if (waiting) {
      line.remove(call);
    }
    change.run();
    if (waiting) {
      line.add(call);
    }
  }

  /** A human has picked up, in the way that was meant or by the fallback. */
  void talk(Call call, Agent agent, Instant now) {
    Optional<Offer> meant =
        call.state() == CallState.OFFERED
            ? call.offer().filter(offer -> offer.agent().equals(agent.id()))
            : Optional.empty();
    if (meant.isEmpty()) {
      leave(call, OfferEnd.ELSEWHERE, now);
      Call other = inHand.get(agent.id());
      if (other != null) {
        // Asterisk gave them this caller while it rang another one of ours at the same phone; that
        // one will ask again.
        leave(other, OfferEnd.BUSY, now);
      }
    }
    Offer offer =
        meant.orElseGet(
            () ->
                new Offer(nextId(), agent.id(), agent.phone(), new Reason.Fallback(), now, false));
    call.answered(offer, now);
    inHand.put(agent.id(), call);
    roster.engage(agent, Engagement.TALKING, now);
    out.journal(
        new Step.Answered(
            call.id(), call.nextSeq(), now, offer.id(), agent.id(), call.billedBefore(now)));
    show(call);
  }

  /** Puts the call's card, as it is now, on the desk of the agent who has it in hand. */
  void show(Call call) {
    boolean talking = call.state() == CallState.TALKING;
    if (!talking && call.state() != CallState.OFFERED) {
      return;
    }
    call.offer()
        .ifPresent(
            offer ->
                out.add(
                    new Effect.ShowPop(
                        offer.agent(),
                        new Pop(
                            offer.id(),
                            call.id(),
                            talking,
                            call.answeredAt().filter(at -> talking).orElse(offer.at()),
                            call.door(),
                            call.number(),
                            call.recognition(),
                            call.customer(),
                            offer.reason()))));
  }

  private void offer(Call call, Choice choice, Instant now) {
    if (call.state() == CallState.WAITING) {
      line.remove(call);
    }
    Agent agent = choice.agent();
    Offer offer =
        new Offer(nextId(), agent.id(), agent.phone(), choice.reason(), now, !call.isAsking());
    call.offered(offer);
    inHand.put(agent.id(), call);
    roster.engage(agent, Engagement.OFFERED, now);
    show(call); // before the phone: the agent reads while it rings
    Instruction.RingPhone ring =
        new Instruction.RingPhone(offer.phone(), offer.id(), call.door().offerTime());
    if (offer.byMove()) {
      out.add(new Effect.Move(call.id(), call.channel(), ring));
    } else {
      answer(call, ring);
    }
    out.journal(
        new Step.Offered(
            call.id(), call.nextSeq(), now, offer.id(), offer.agent(), offer.reason()));
    out.add(
        new Effect.SetTimer(
            new Timer.OfferOverdue(call.id(), offer.id()),
            call.door().offerTime().plus(limits.grace())));
  }

  private void await(Call call, Instant now) {
    if (call.state() != CallState.WAITING) {
      call.become(CallState.WAITING);
      line.add(call);
      out.journal(new Step.Waiting(call.id(), call.nextSeq(), now));
    }
    if (call.isAsking()) {
      answer(call, new Instruction.KeepRinging());
    }
  }

  private void endOffer(Call call, OfferEnd how, Instant now) {
    Offer offer = call.offer().orElseThrow();
    call.offerOver();
    out.add(new Effect.WithdrawPop(offer.agent(), offer.id(), how));
    out.journal(
        new Step.OfferEnded(call.id(), call.nextSeq(), now, offer.id(), offer.agent(), how));
    if (blamesAgent(how)) {
      call.tried(offer.agent(), now);
      out.add(new Effect.SetTimer(new Timer.RestOver(call.id()), limits.rest()));
    }
    release(offer.agent(), call, now);
  }

  private void endTalk(Call call, Instant now) {
    Offer offer = call.offer().orElseThrow();
    call.offerOver();
    out.add(new Effect.ShowEnded(offer.agent(), call.id()));
    release(offer.agent(), call, now);
  }

  private void release(AgentId agent, Call call, Instant now) {
    if (inHand.remove(agent, call)) {
      roster.find(agent).ifPresent(found -> roster.engage(found, Engagement.FREE, now));
    }
  }

  void answer(Call call, Instruction instruction) {
    call.asking(false);
    out.add(new Effect.Answer(call.id(), instruction));
  }

  /** The phone had its chance: it is somebody else's turn before it rings for this call again. */
  private static boolean blamesAgent(OfferEnd how) {
    return switch (how) {
      case REFUSED, NO_ANSWER, BUSY, UNREACHABLE -> true;
      case ANSWERED, CALLER_HUNG_UP, ELSEWHERE, LOST -> false;
    };
  }

  private OfferId nextId() {
    return new OfferId(nextOffer++);
  }
}
