package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.Engagement;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Conversation;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;

/** Phones that ring so that somebody joins a conversation, until they do or do not. */
final class Invitations {
  private final Roster roster;
  private final Presence presence;
  private final InHand inHand;
  private final Limits limits;
  private final Outbox out;

  /** Whose legs these are, ringing or talking. */
  private final Map<LegId, Call> legs = new HashMap<>();

  Invitations(Roster roster, Presence presence, InHand inHand, Limits limits, Outbox out) {
    this.roster = roster;
    this.presence = presence;
    this.inHand = inHand;
    this.limits = limits;
    this.out = out;
  }

  Optional<Call> callOf(LegId leg) {
    return Optional.ofNullable(legs.get(leg));
  }

  /** All that are known, as they are now. */
  Set<LegId> legs() {
    return Set.copyOf(legs.keySet());
  }

  /** A leg that an earlier run of ours dialled, and that is on this line. */
  void adopt(LegId leg, Call call) {
    legs.put(leg, call);
  }

  /** The leg is gone. */
  void forget(LegId leg) {
    legs.remove(leg);
  }

  /** The colleague's desk first, then their phone. */
  void make(Call call, Invitation.Colleague made, Instant now) {
    Offer offer = made.offer();
    call.conversation().invite(made);
    legs.put(made.leg(), call);
    inHand.offer(offer.agent(), call, now);
    ScreenPop.show(call, out);
    dial(call, made);
    out.journal(
        new Step.Offered(
            call.id(), call.nextSeq(), now, offer.id(), offer.agent(), offer.reason()));
    awaitEnd(call, made);
  }

  private void awaitEnd(Call call, Invitation.Colleague made) {
    out.add(
        new Effect.SetTimer(
            new Timer.OfferOverdue(call.id(), made.offer().id()),
            call.door()
                .offerTime()
                .plus(made.outside().isPresent() ? Limits.KEY : Duration.ZERO)
                .plus(limits.grace())));
  }

  /** Their phone has rung since before this run of ours; the card is left to who calls this. */
  void goesOn(Call call, Invitation made, Instant now) {
    call.conversation().invite(made);
    legs.put(made.leg(), call);
    if (made instanceof Invitation.Colleague one) {
      inHand.offer(one.offer().agent(), call, now);
      awaitEnd(call, one);
    }
  }

  private void dial(Call call, Invitation.Colleague made) {
    Duration ring = call.door().offerTime();
    made.outside()
        .ifPresentOrElse(
            number ->
                dial(
                    made.leg(),
                    new LegTarget.Outside(number, call.door().number()),
                    new LegPurpose.JoinByKey(call.id(), made.offer().phone()),
                    ring),
            () ->
                dial(
                    made.leg(),
                    new LegTarget.OurPhone(made.offer().phone(), shown(call)),
                    new LegPurpose.Join(call.id()),
                    ring));
  }

  void make(Call call, Invitation.Outsider made, Duration ring, Instant now) {
    call.conversation().invite(made);
    legs.put(made.leg(), call);
    ScreenPop.show(call, out);
    dial(
        made.leg(),
        new LegTarget.Outside(made.number(), call.door().number()),
        new LegPurpose.Join(call.id()),
        ring);
    out.journal(
        new Step.Outside(
            call.id(),
            call.nextSeq(),
            now,
            Optional.of(made.by()),
            made.number(),
            made.leg(),
            Step.Outside.What.RUNG));
  }

  private void dial(LegId leg, LegTarget to, LegPurpose then, Duration ring) {
    out.add(new Effect.Dial(new Leg(leg, to, then, ring)));
  }

  /** The colleague's phone shows who it is about. */
  private static Optional<PhoneNumber> shown(Call call) {
    return call.number() instanceof CallerNumber.Dialable known
        ? Optional.of(known.number())
        : Optional.empty();
  }

  /** Nobody comes. The conversation goes on as it was, and whoever asked is told. */
  void fail(Call call, OfferEnd how, Instant now) {
    call.conversation()
        .invited()
        .ifPresent(
            made -> {
              end(call, made, how, now);
              if (how != OfferEnd.WITHDRAWN) {
                out.add(new Effect.ShowNotJoined(made, call.id(), how));
              }
              ScreenPop.show(call, out);
            });
  }

  /**
   * Nobody comes, and nobody is there to be told. Whoever was rung is free again; to serve them is
   * left to who calls this.
   */
  void end(Call call, OfferEnd how, Instant now) {
    call.conversation().invited().ifPresent(made -> end(call, made, how, now));
  }

  private void end(Call call, Invitation made, OfferEnd how, Instant now) {
    call.conversation().inviteOver();
    hangUp(made.leg());
    switch (made) {
      case Invitation.Colleague one -> endOffer(call, one.offer(), how, now);
      case Invitation.Outsider one ->
          out.journal(
              new Step.Outside(
                  call.id(),
                  call.nextSeq(),
                  now,
                  Optional.of(one.by()),
                  one.number(),
                  one.leg(),
                  Step.Outside.What.NOT_REACHED));
    }
  }

  /** The legs of those who talk: with the caller gone, nobody is to stay behind. */
  void hangUp(Conversation line) {
    if (legs.isEmpty()) {
      return;
    }
    line.ours().stream()
        .flatMap(party -> party.channel().stream())
        .filter(LegId::isName)
        .map(LegId::new)
        .forEach(this::hangUp);
    line.outside().keySet().forEach(this::hangUp);
  }

  private void hangUp(LegId leg) {
    if (legs.remove(leg) != null) {
      out.add(new Effect.HangUp(leg));
    }
  }

  private void endOffer(Call call, Offer offer, OfferEnd how, Instant now) {
    out.add(new Effect.WithdrawPop(offer.agent(), offer.id(), how));
    out.journal(
        new Step.OfferEnded(call.id(), call.nextSeq(), now, offer.id(), offer.agent(), how));
    inHand.release(offer.agent(), call, Engagement.FREE, now);
    if (how == OfferEnd.NO_ANSWER) {
      roster.find(offer.agent()).ifPresent(agent -> presence.missed(agent, now));
    }
  }
}
