package org.decroche.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Conversation;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.Offer;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Party;
import org.decroche.routing.call.Reason;

/** Conversations: who of ours is on a caller's line, from picking up to leaving. */
final class Talking {
  private final Roster roster;
  private final InHand inHand;
  private final WrapUps wrapUps;
  private final Invitations invitations;
  private final Theirs theirs;
  private final Outbox out;

  Talking(
      Roster roster,
      InHand inHand,
      WrapUps wrapUps,
      Invitations invitations,
      Theirs theirs,
      Outbox out) {
    this.roster = roster;
    this.inHand = inHand;
    this.wrapUps = wrapUps;
    this.invitations = invitations;
    this.theirs = theirs;
    this.out = out;
  }

  /** The first human has picked up. */
  void begin(Call call, Offer offer, Optional<String> channel, Instant now) {
    call.answered(offer, now);
    add(call, offer, channel, now);
    theirs.taken(call, offer.agent());
    out.journal(
        new Step.Answered(
            call.id(), call.nextSeq(), now, offer.id(), offer.agent(), call.billedBefore(now)));
    ScreenPop.show(call, out);
  }

  /**
   * They have talked since before this run of ours.
   *
   * @param ours perhaps nobody who is on the floor
   * @param since when the first human picked up
   */
  void goesOn(Call call, List<Party> ours, Instant since, Instant now) {
    if (ours.isEmpty()) {
      call.answeredBySomebody(since);
      return;
    }
    call.answered(ours.getFirst().offer(), since);
    for (Party party : ours) {
      call.conversation().add(party);
      wrapUps.forget(party.agent());
      inHand.talk(party.agent(), call, now);
    }
  }

  /** Another one of ours has picked up, and talks with those who talk already. */
  void joins(Call call, Invitation.Colleague asked, Instant now) {
    Offer offer = asked.offer();
    add(call, offer, Optional.of(asked.leg().value()), now);
    out.journal(new Step.Joined(call.id(), call.nextSeq(), now, offer.id(), offer.agent()));
    asked
        .movesCase()
        .ifPresent(
            id ->
                out.add(
                    new Effect.MoveCase(
                        id, offer.agent(), asked.by(), call.id(), summary(offer.reason()))));
  }

  private static String summary(Reason why) {
    return why instanceof Reason.HandedOver handed ? handed.summary() : "";
  }

  private void add(Call call, Offer offer, Optional<String> channel, Instant now) {
    AgentId agent = offer.agent();
    String name = roster.find(agent).map(one -> one.profile().name()).orElse("");
    call.conversation().add(new Party(offer, name, channel, now));
    wrapUps.forget(agent);
    inHand.talk(agent, call, now);
  }

  /**
   * One of ours is not on the line any more. Whoever was the caller's only voice is not taken out:
   * then the call itself ends, or we would know of somebody else.
   *
   * @return whether they were taken out
   */
  boolean leaves(Call call, AgentId agent, Instant now) {
    Conversation line = call.conversation();
    Optional<Party> leaving = line.voices() > 1 ? line.party(agent) : Optional.empty();
    leaving.ifPresent(
        party -> {
          line.remove(party);
          out.journal(new Step.Left(call.id(), call.nextSeq(), now, agent));
          wrapUps.begin(agent, call, now);
          ScreenPop.show(call, out);
        });
    return leaving.isPresent();
  }

  /** The conversation is over, for everybody. */
  void end(Call call, Instant now) {
    invitations.end(call, OfferEnd.CALLER_HUNG_UP, now);
    Conversation line = call.conversation();
    call.offerOver();
    for (Party party : line.ours()) {
      wrapUps.begin(party.agent(), call, now);
    }
    invitations.hangUp(line);
    line.clear();
  }
}
