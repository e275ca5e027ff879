package org.decroche.routing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Conversation;
import org.decroche.routing.call.Invitation;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Party;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LiveLeg;

/** Who comes to a conversation and who leaves it, as Asterisk tells. */
final class Joining {
  private final Calls calls;
  private final Roster roster;
  private final Offering offering;
  private final Talking talking;
  private final Invitations invitations;
  private final HandingOver handingOver;
  private final Outbox out;

  Joining(
      Calls calls,
      Roster roster,
      Offering offering,
      Talking talking,
      Invitations invitations,
      HandingOver handingOver,
      Outbox out) {
    this.calls = calls;
    this.roster = roster;
    this.offering = offering;
    this.talking = talking;
    this.invitations = invitations;
    this.handingOver = handingOver;
    this.out = out;
  }

  /** Somebody who was rung has picked up; outside it may be a voicemail, until a key is pressed. */
  void legUp(LegId leg, Instant now) {
    comes(leg, made -> !isByKey(made), now);
  }

  /** Whoever picked up outside is a human. */
  void keyPressed(LegId leg, Instant now) {
    comes(leg, any -> true, now);
  }

  private void comes(LegId leg, Predicate<Invitation> wanted, Instant now) {
    invitations
        .callOf(leg)
        .ifPresent(
            call ->
                call.conversation()
                    .invited()
                    .filter(made -> made.leg().equals(leg))
                    .filter(wanted)
                    .ifPresent(made -> joins(call, made, now)));
  }

  private static boolean isByKey(Invitation made) {
    return made instanceof Invitation.Colleague one && one.outside().isPresent();
  }

  private void joins(Call call, Invitation made, Instant now) {
    Conversation line = call.conversation();
    line.inviteOver();
    bringTogether(call, made.leg());
    switch (made) {
      case Invitation.Colleague one -> talking.joins(call, one, now);
      case Invitation.Outsider one -> {
        line.add(one.leg(), one.number());
        journal(call, one, Step.Outside.What.JOINED, now);
      }
    }
    ScreenPop.show(call, out);
  }

  /** From two to three; the fourth comes to where the three are. */
  private void bringTogether(Call call, LegId third) {
    Conversation line = call.conversation();
    if (!line.isTogether()) {
      line.ours().stream()
          .flatMap(party -> party.channel().stream())
          .findFirst()
          .ifPresent(
              channel ->
                  out.add(new Effect.BringTogether(call.id(), call.channel(), channel, third)));
      line.together(true);
    }
  }

  /** They are still two: the third, who waits for them, is let go. */
  void notTogether(Event.TogetherFailed e) {
    calls
        .find(e.call())
        .ifPresent(
            call -> {
              call.conversation().together(false);
              out.add(new Effect.HangUp(e.third()));
            });
  }

  /** A leg is gone, or could not be dialled. */
  void legDown(LegId leg, LegEnd how, Instant now) {
    Optional<Call> found = invitations.callOf(leg);
    invitations.forget(leg);
    found.ifPresent(call -> legDown(call, leg, how, now));
  }

  private void legDown(Call call, LegId leg, LegEnd how, Instant now) {
    Conversation line = call.conversation();
    if (line.invited().filter(made -> made.leg().equals(leg)).isPresent()) {
      handingOver.over(call, notTaken(how), now);
      return;
    }
    line.remove(leg)
        .ifPresentOrElse(
            number -> {
              out.journal(
                  new Step.Outside(
                      call.id(),
                      call.nextSeq(),
                      now,
                      Optional.empty(),
                      number,
                      leg,
                      Step.Outside.What.LEFT));
              ScreenPop.show(call, out);
            },
            () -> left(call, leg.value(), now));
  }

  /** A phone that just falls silent rang out. */
  private static OfferEnd notTaken(LegEnd how) {
    return switch (how) {
      case HUNG_UP, NO_ANSWER -> OfferEnd.NO_ANSWER;
      case BUSY -> OfferEnd.BUSY;
      case REFUSED -> OfferEnd.REFUSED;
      case UNREACHABLE -> OfferEnd.UNREACHABLE;
    };
  }

  /** A phone has hung up. */
  void left(Call call, String channel, Instant now) {
    call.conversation().party(channel).map(Party::agent).ifPresent(who -> left(call, who, now));
  }

  private void left(Call call, AgentId agent, Instant now) {
    if (talking.leaves(call, agent, now)) {
      roster.find(agent).ifPresent(free -> offering.serve(free, now));
    }
  }

  /** The end of a phone's ringing should have been told by now. */
  void overdue(CallId id, OfferId offer, Instant now) {
    calls
        .find(id)
        .filter(
            call ->
                call.conversation()
                    .invited()
                    .filter(
                        made ->
                            made instanceof Invitation.Colleague one
                                && one.offer().id().equals(offer))
                    .isPresent())
        .ifPresent(call -> handingOver.over(call, OfferEnd.LOST, now));
  }

  /**
   * Who of a conversation is still there, after a time without news.
   *
   * @param legs that were found: one who has picked up may be on the way to the others yet
   */
  void seen(Call call, LiveCall live, List<LiveLeg> legs, Instant now) {
    Set<String> there = new HashSet<>(live.line());
    legs.forEach(leg -> there.add(leg.leg().value()));
    for (Party party : call.conversation().ours()) {
      if (party.channel().filter(channel -> !there.contains(channel)).isPresent()) {
        left(call, party.agent(), now);
      }
    }
  }

  /** What became of the legs meanwhile. */
  void seen(List<LiveLeg> live, Instant now) {
    Map<LegId, Boolean> up =
        live.stream().collect(Collectors.toMap(LiveLeg::leg, LiveLeg::up, (a, b) -> a));
    for (LegId leg : invitations.legs()) {
      if (!up.containsKey(leg)) {
        legDown(leg, LegEnd.HUNG_UP, now);
      } else if (up.get(leg)) {
        keyPressed(leg, now); // where one is asked for, a leg counts as up only after it
      }
    }
  }

  private void journal(Call call, Invitation.Outsider one, Step.Outside.What what, Instant now) {
    out.journal(
        new Step.Outside(
            call.id(), call.nextSeq(), now, Optional.of(one.by()), one.number(), one.leg(), what));
  }
}
