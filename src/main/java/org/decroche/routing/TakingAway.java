package org.decroche.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;

/**
 * Takes callers away from phones that ring in vain, by our own doing: the dialplan would let them
 * ring on. Without the link nobody can be moved, and the phone's time ends it.
 */
final class TakingAway {
  private final Calls calls;
  private final Roster roster;
  private final InHand inHand;
  private final Offering offering;
  private final Leaving leaving;
  private final HandingOver handingOver;
  private final Outbox out;

  TakingAway(
      Calls calls,
      Roster roster,
      InHand inHand,
      Offering offering,
      Leaving leaving,
      HandingOver handingOver,
      Outbox out) {
    this.calls = calls;
    this.roster = roster;
    this.inHand = inHand;
    this.offering = offering;
    this.leaving = leaving;
    this.handingOver = handingOver;
    this.out = out;
  }

  /** The agent said on their desk that they do not take the call; nobody else can for them. */
  void refused(Event.OfferRefused e) {
    calls
        .find(e.call())
        .ifPresent(
            call ->
                end(
                    call,
                    offer -> offer.id().equals(e.offer()) && offer.agent().equals(e.by()),
                    OfferEnd.REFUSED,
                    e.at()));
  }

  /** A supervisor, who sees the phone ring at an empty chair, takes the caller on from there. */
  void withdrawn(Event.OfferWithdrawn e) {
    calls
        .find(e.call())
        .ifPresent(
            call -> {
              Predicate<Offer> meant = offer -> offer.id().equals(e.offer());
              if (offering.isLinked() && rings(call, meant)) {
                out.journal(
                    new Step.Withdrawn(call.id(), call.nextSeq(), e.at(), e.offer(), e.by()));
              }
              end(call, meant, OfferEnd.WITHDRAWN, e.at());
            });
  }

  /**
   * Whoever was disabled while it rang at their phone is to pick up no caller any more. These wait
   * again, each in their place, when this returns: who comes next is decided for all who wait.
   */
  void fromWhoLeft(Instant now) {
    if (!offering.isLinked()) {
      return;
    }
    Predicate<Offer> gone = offer -> roster.find(offer.agent()).isEmpty();
    List<Call> waiting = new ArrayList<>();
    for (Call call : calls.snapshot()) {
      if (isOffered(call, gone)) {
        offering.linked(false); // nobody is moved before all are back in the line
        leaving.decideAnew(call, OfferEnd.WITHDRAWN, now);
        offering.linked(true);
        waiting.add(call);
      } else {
        end(call, gone, OfferEnd.WITHDRAWN, now);
      }
    }
    offering.serveAll(now);
    waiting.forEach(this::letWait);
  }

  /** Nobody hears this phone any more. */
  void lost(Phone phone, Instant now) {
    roster
        .find(phone)
        .filter(agent -> agent.profile().outside().isEmpty())
        .flatMap(agent -> inHand.of(agent.id()))
        .ifPresent(
            call -> {
              Predicate<Offer> there = offer -> offer.phone().equals(phone);
              if (offering.isLinked() && rings(call, there)) {
                // Or the next caller would ring it at once: its state is reported a moment later.
                roster.observe(phone, PhoneState.UNREACHABLE);
                offering.reconsider(); // nobody waits for a phone that is gone
              }
              end(call, there, OfferEnd.UNREACHABLE, now);
            });
  }

  private void end(Call call, Predicate<Offer> meant, OfferEnd how, Instant now) {
    if (!offering.isLinked()) {
      return;
    }
    if (isOffered(call, meant)) {
      takeAway(call, how, now);
    } else if (isInvited(call, meant)) {
      // Whoever asked for them is told that they do not come.
      handingOver.over(call, how == OfferEnd.WITHDRAWN ? OfferEnd.UNREACHABLE : how, now);
    }
  }

  private static boolean rings(Call call, Predicate<Offer> meant) {
    return isOffered(call, meant) || isInvited(call, meant);
  }

  private static boolean isOffered(Call call, Predicate<Offer> meant) {
    return call.state() == CallState.OFFERED && call.offer().filter(meant).isPresent();
  }

  private static boolean isInvited(Call call, Predicate<Offer> meant) {
    return call.conversation().invited().flatMap(TakingAway::offer).filter(meant).isPresent();
  }

  private void takeAway(Call call, OfferEnd how, Instant now) {
    leaving.decideAnew(call, how, now);
    letWait(call);
  }

  private void letWait(Call call) {
    if (call.state() == CallState.WAITING) {
      // Nobody else is free, and the dialplan still rings that phone: back to where one waits.
      out.add(new Effect.AskAgain(call.id(), call.channel()));
    }
  }

  private static Optional<Offer> offer(Invitation made) {
    return switch (made) {
      case Invitation.Colleague one -> Optional.of(one.offer());
      case Invitation.Outsider one -> Optional.empty();
    };
  }
}
