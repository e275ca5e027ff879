package org.decroche.stories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.Event;
import org.decroche.routing.Instruction;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;

/** One caller's channel going through a dialplan like ours (asterisk-config/extensions.conf). */
final class MadeUpCall {
  /** DECROCHE_ROUND_SECONDS of the stage with real phones. */
  private static final int ROUND_MILLIS = 5000;

  /** As in the context "key" of the dialplan. */
  private static final int KEY_MILLIS = 10_000;

  private final CoreStage stage;
  private final String caller;
  private final CallId id;
  private final CallerNumber number;
  private final Instant arrivedAt;
  private final List<String> heard = new ArrayList<>(List.of("100", "180"));
  private Optional<MadeUpPhone> phone = Optional.empty();
  private Optional<Instruction.Ring> offer = Optional.empty();
  private Optional<Event.EndedOffer> ended = Optional.empty();
  private final List<MadeUpPhone> talking = new ArrayList<>();
  private Optional<Instant> billedSince = Optional.empty();
  private boolean gone;
  private long step;
  private long asked;

  MadeUpCall(CoreStage stage, String caller, CallId id, CallerNumber number) {
    this.stage = stage;
    this.caller = caller;
    this.id = id;
    this.number = number;
    this.arrivedAt = stage.now();
  }

  String caller() {
    return caller;
  }

  CallId id() {
    return id;
  }

  CallerNumber number() {
    return number;
  }

  List<String> heard() {
    return List.copyOf(heard);
  }

  boolean isGone() {
    return gone;
  }

  void ask() {
    step++;
    asked = step;
    // The question is on its way even if the caller hangs up meanwhile.
    stage.report(
        () ->
            new Event.CallAsks(
                stage.now(),
                id,
                channel(),
                Optional.of(MadeUpHouse.DOOR),
                number,
                arrivedAt,
                ended,
                billedSince));
  }

  private String channel() {
    return "PJSIP/trunk-" + id.value();
  }

  /** What is told to a caller who was moved meanwhile, nobody hears. */
  void told(Instruction instruction) {
    if (step == asked) {
      ifStill(1, () -> follow(instruction));
    }
  }

  private void follow(Instruction instruction) {
    switch (instruction) {
      case Instruction.Ring ring -> dial(ring);
      case Instruction.KeepRinging keep -> {
        step++;
        ifStill(ROUND_MILLIS, this::ask);
      }
      case Instruction.UseFallback use ->
          throw new AssertionError(caller + " was left to the fallback");
      case Instruction.AnswerFirst(Instruction.Ringing then) -> {
        answer();
        follow(then);
      }
      case Instruction.CallOut out -> throw new AssertionError(caller + " was told to call out");
      case Instruction.Refuse no -> throw new AssertionError(caller + " was refused");
    }
  }

  void moved(Instruction.Ring to) {
    stage.later(1, () -> moveNow(to));
  }

  private void moveNow(Instruction.Ring to) {
    if (gone) {
      stage.report(new Event.MoveFailed(stage.now(), id, to.offer()));
      return;
    }
    phone.ifPresent(MadeUpPhone::over);
    phone = Optional.empty();
    dial(to);
  }

  void askAgain() {
    if (!gone) {
      phone.ifPresent(MadeUpPhone::over);
      phone = Optional.empty();
      ask();
    }
  }

  OfferId offer() {
    return offer.orElseThrow().offer();
  }

  private void dial(Instruction.Ring ring) {
    step++;
    offer = Optional.of(ring);
    Optional<MadeUpPhone> dialled =
        ring instanceof Instruction.RingOutside outside
            ? Optional.of(stage.network().mobile(outside.number()))
            : stage.registered(ring.phone());
    if (dialled.isEmpty()) {
      offerEnds(OfferEnd.UNREACHABLE);
    } else if (dialled.get().isBusy()) {
      offerEnds(OfferEnd.BUSY);
    } else {
      ifStill(ring.time().toMillis(), () -> offerEnds(OfferEnd.NO_ANSWER));
      if (!dialled.get().isSilent()) {
        phone = dialled;
        dialled.get().ring(this);
        Optional<String> outside = dialled.filter(MadeUpPhone::isOutside).map(MadeUpPhone::channel);
        stage.report(new Event.PhoneRings(stage.now(), id, ring.phone(), outside));
      }
    }
  }

  void offerEnds(OfferEnd how) {
    phone.ifPresent(MadeUpPhone::over);
    phone = Optional.empty();
    ended = offer.map(over -> new Event.EndedOffer(over.offer(), how));
    ask();
  }

  /** At a mobile that is not enough: it may be a voicemail. */
  void pickedUp() {
    MadeUpPhone by = phone.orElseThrow();
    by.talk();
    step++;
    if (by.isOutside()) {
      ifStill(KEY_MILLIS, () -> offerEnds(OfferEnd.NO_ANSWER));
    } else {
      taken();
    }
  }

  /** By picking up, or by a key. */
  void taken() {
    step++;
    MadeUpPhone by = phone.orElseThrow();
    phone = Optional.empty();
    talking.add(by);
    stage.report(
        new Event.CallAnswered(
            stage.now(), id, offer.orElseThrow().phone(), Optional.of(by.channel())));
    answer();
  }

  private void answer() {
    if (!heard.contains("200")) {
      heard.add("200");
      billedSince = Optional.of(stage.now());
      stage.report(new Event.CallBilled(stage.now(), id));
    }
  }

  /** Whoever was asked to join picks up; outside, one of ours has to press a key as well. */
  void pickedUpToJoin(MadeUpPhone by, boolean withKey) {
    by.talk();
    by.legUp();
    if (withKey) {
      stage.later(
          KEY_MILLIS,
          () -> {
            if (!talking.contains(by)) {
              by.over(LegEnd.HUNG_UP);
            }
          });
    } else {
      talking.add(by);
    }
  }

  void joinedByKey(MadeUpPhone by) {
    talking.add(by);
    stage.report(new Event.KeyPressed(stage.now(), new LegId(by.channel())));
  }

  /** By the service or by hand: the caller's own channel, one that rings, or one who talks. */
  void hangUp(String channel) {
    if (phone.filter(one -> one.channel().equals(channel)).isPresent()) {
      offerEnds(OfferEnd.NO_ANSWER);
      return;
    }
    Optional<MadeUpPhone> leaving =
        talking.stream().filter(one -> one.channel().equals(channel)).findFirst();
    if (leaving.isEmpty() || talking.size() == 1) {
      hangUp();
      return;
    }
    MadeUpPhone left = leaving.get();
    talking.remove(left);
    if (!left.isAskedToJoin()) {
      stage.report(new Event.PhoneHungUp(stage.now(), id, channel));
    }
    left.over(LegEnd.HUNG_UP);
  }

  void hangUp() {
    if (!gone) {
      step++;
      gone = true;
      if (!heard.contains("200")) {
        heard.add("487");
      }
      phone.ifPresent(MadeUpPhone::over);
      phone = Optional.empty();
      talking.forEach(one -> one.over(LegEnd.HUNG_UP));
      talking.clear();
      stage.report(new Event.CallEnded(stage.now(), id));
    }
  }

  /** Everything planned for the place in the dialplan that was left comes to nothing. */
  private void ifStill(long millis, Runnable what) {
    long here = step;
    stage.later(
        millis,
        () -> {
          if (here == step && !gone) {
            what.run();
          }
        });
  }
}
