package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Reach;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.WaitingLine;
import org.decroche.routing.why.Explanation;

/** Brings callers and free agents together, and takes them apart again. */
final class Offering {
  private final Roster roster;
  private final WhoAnswers who;
  private final Presence presence;
  private final Theirs theirs;
  private final Limits limits;
  private final Outbox out;
  private final Talking talking;
  private final Invitations invitations;
  private final InHand inHand;
  private final WaitingLine line = new WaitingLine();
  private long nextOffer;
  private boolean linked;
  private boolean reconsider;

  Offering(
      Roster roster,
      Presence presence,
      InHand inHand,
      Talking talking,
      Invitations invitations,
      Theirs theirs,
      Limits limits,
      Outbox out,
      long firstOffer) {
    this.roster = roster;
    this.who = new WhoAnswers(roster, limits.rest());
    this.presence = presence;
    this.inHand = inHand;
    this.talking = talking;
    this.invitations = invitations;
    this.theirs = theirs;
    this.limits = limits;
    this.out = out;
    this.nextOffer = firstOffer;
  }

  /** Whether callers can be moved; without the link they are served only when they ask. */
  void linked(boolean now) {
    linked = now;
  }

  boolean isLinked() {
    return linked;
  }

  /** Offers the call to whoever the rule finds, or lets it wait. */
  void decide(Call call, Instant now) {
    Search search = call.isAsking() || linked ? who.search(call, now) : Search.NONE;
    search
        .choice()
        .ifPresentOrElse(
            choice -> offer(call, choice, search.explanation(), now),
            () -> await(call, search.explanation(), now));
  }

  /** Gives an agent who may have become free the oldest caller they may serve. */
  void serve(Agent agent, Instant now) {
    Set<Call> looked = new HashSet<>(); // a line and a rule that differ must not go round
    while (linked && agent.canRing()) {
      Optional<Call> oldest =
          line.oldestFor(agent, call -> may(agent, call, now) && !looked.contains(call));
      if (oldest.isEmpty()) {
        return;
      }
      looked.add(oldest.get());
      decide(oldest.get(), now);
    }
  }

  private boolean may(Agent agent, Call call, Instant now) {
    return (agent.isFree() || isOnCall(agent, call)) && who.mayAsk(call, agent.id(), now);
  }

  private static boolean isOnCall(Agent agent, Call call) {
    return call.reach().onCall().equals(Optional.of(agent.id()));
  }

  /** Tells whether a caller waits whom this agent may serve, now or after a rest from them. */
  boolean isWaitedFor(Agent agent) {
    return line.oldestFor(agent, call -> true).isPresent();
  }

  /** Who may be rung for whom has changed by more than one agent having become free. */
  void reconsider() {
    reconsider = true;
  }

  /** To be called when all that an event changes is changed. */
  void settle(Instant now) {
    if (reconsider) {
      reconsider = false;
      serveAll(now);
    }
  }

  /** Many may have become free at once: callers choose in their order, oldest first. */
  void serveAll(Instant now) {
    if (linked) {
      line.all().forEach(call -> decide(call, now));
    }
  }

  /** The time alone lets others be rung for this call, if it still waits. */
  void reachChanges(Call call, Instant now) {
    if (call.state() == CallState.WAITING) {
      call.reach(Reach.NOBODY); // a timer that rang early is set again
      decide(call, now);
    }
  }

  /** Takes the call out of whatever it is in, without deciding what comes next. */
  void leave(Call call, OfferEnd how, Instant now) {
    switch (call.state()) {
      case WAITING -> line.remove(call);
      case OFFERED -> endOffer(call, how, now);
      case TALKING -> talking.end(call, now);
      case IDENTIFYING, ADRIFT -> {}
    }
    call.become(CallState.ADRIFT);
  }

  /** A human has picked up, in the way that was meant or by the fallback. */
  void talk(Call call, Phone phone, Optional<String> channel, Instant now) {
    Optional<Offer> meant =
        call.state() == CallState.OFFERED
            ? call.offer().filter(offer -> offer.phone().equals(phone))
            : Optional.empty();
    if (meant.isPresent()) {
      talking.begin(call, meant.get(), channel, now);
      return;
    }
    leave(call, OfferEnd.ELSEWHERE, now);
    roster
        .find(phone)
        .map(agent -> new Offer(nextId(), agent.id(), phone, new Reason.Fallback(), now, false))
        .ifPresentOrElse(
            offer -> {
              dropOther(offer.agent(), now);
              talking.begin(call, offer, channel, now);
            },
            () -> call.answeredBySomebody(now));
  }

  /**
   * Asterisk gave this agent a caller while it rang another one of ours at the same phone; that one
   * will ask again.
   */
  private void dropOther(AgentId agent, Instant now) {
    Call other = inHand.of(agent).orElse(null);
    if (other == null) {
      return;
    }
    if (other.conversation().voices() > 0 && other.conversation().party(agent).isEmpty()) {
      invitations.fail(other, OfferEnd.BUSY, now);
    } else if (!talking.leaves(other, agent, now)) {
      leave(other, OfferEnd.BUSY, now);
      rest(other, agent, now);
    }
  }

  private void offer(Call call, Choice choice, Explanation explanation, Instant now) {
    if (call.state() == CallState.WAITING) {
      line.remove(call);
    }
    Agent agent = choice.agent();
    theirs.offered(call, agent.id());
    Offer offer =
        new Offer(
            nextId(),
            agent.id(),
            agent.phone(),
            choice.reason(),
            now,
            !call.isAsking(),
            explanation);
    call.offered(offer);
    inHand.offer(agent, call, now);
    ScreenPop.show(call, out); // before the phone: the agent reads while it rings
    Instruction.Ring ring = ring(call, agent, offer);
    if (offer.byMove()) {
      out.add(new Effect.Move(call.id(), call.channel(), ring));
    } else {
      answer(call, ring, now);
    }
    out.journal(
        new Step.Offered(
            call.id(),
            call.nextSeq(),
            now,
            offer.id(),
            offer.agent(),
            offer.reason(),
            offer.explanation()));
    out.add(
        new Effect.SetTimer(
            new Timer.OfferOverdue(call.id(), offer.id()),
            call.door().offerTime().plus(keyTime(agent)).plus(limits.grace())));
  }

  private static Instruction.Ring ring(Call call, Agent agent, Offer offer) {
    Duration time = call.door().offerTime();
    return agent
        .profile()
        .outside()
        .<Instruction.Ring>map(
            number ->
                new Instruction.RingOutside(
                    offer.phone(), offer.id(), time, number, call.door().number()))
        .orElseGet(() -> new Instruction.RingPhone(offer.phone(), offer.id(), time));
  }

  private static Duration keyTime(Agent agent) {
    return agent.profile().outside().isPresent() ? Limits.KEY : Duration.ZERO;
  }

  private void await(Call call, Explanation explanation, Instant now) {
    if (call.state() != CallState.WAITING) {
      call.become(CallState.WAITING);
      out.journal(new Step.Waiting(call.id(), call.nextSeq(), now, explanation));
    }
    Reach before = call.reach();
    call.reach(who.reach(call, now));
    line.file(call);
    theirs.wait(call, who.busyWhoKnow(call, now));
    call.reach()
        .until()
        .filter(until -> !Optional.of(until).equals(before.until()))
        .ifPresent(
            until ->
                out.add(
                    new Effect.SetTimer(
                        new Timer.ReachChanges(call.id()), Duration.between(now, until))));
    if (call.isAsking()) {
      answer(call, new Instruction.KeepRinging(), now);
    }
  }

  private void endOffer(Call call, OfferEnd how, Instant now) {
    Offer offer = call.offer().orElseThrow();
    call.offerOver();
    out.add(new Effect.WithdrawPop(offer.agent(), offer.id(), how));
    out.journal(
        new Step.OfferEnded(call.id(), call.nextSeq(), now, offer.id(), offer.agent(), how));
    inHand.release(offer.agent(), call, Engagement.FREE, now);
    if (how == OfferEnd.CALLER_HUNG_UP || how == OfferEnd.REFUSED || how == OfferEnd.WITHDRAWN) {
      // Asterisk would go on asking for a key there, with nobody to be put through to.
      call.outsideChannel()
          .ifPresent(channel -> out.add(new Effect.HangUpChannel(call.id(), channel)));
    }
    if (how == OfferEnd.NO_ANSWER) {
      roster
          .find(offer.agent())
          .filter(agent -> presence.missed(agent, now))
          .ifPresent(away -> reconsider());
    }
  }

  /** The caller is gone, and nobody spoke with them. */
  void gaveUp(Call call) {
    theirs.gaveUp(call);
  }

  /** This agent is left alone with this call for a while. */
  void rest(Call call, AgentId agent, Instant now) {
    call.tried(agent, now);
    out.add(new Effect.SetTimer(new Timer.RestOver(call.id()), limits.rest()));
  }

  /** Who has waited too long for their network has their side answered first. */
  private void answer(Call call, Instruction.Ringing instruction, Instant now) {
    if (call.isLongFor(now)) {
      call.toldToAnswer();
      answer(call, new Instruction.AnswerFirst(instruction));
    } else {
      answer(call, instruction);
    }
  }

  void answer(Call call, Instruction instruction) {
    call.settled();
    out.add(new Effect.Answer(call.id(), instruction));
  }

  OfferId nextId() {
    return new OfferId(nextOffer++);
  }
}
