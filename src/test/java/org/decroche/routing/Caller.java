package org.decroche.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;

/** One caller's channel in the {@link World}, going through the dialplan. */
final class Caller {
  enum Place {
    ASKING,
    ROUND,
    OFFER,
    FALLBACK,
    TALKING,
    GONE
  }

  final CallId id;
  private final World world;
  private Place place = Place.ROUND;
  private long step;
  private boolean answered;
  private final Talk talk;
  private Optional<Handset> phone = Optional.empty();
  private Optional<String> phoneChannel = Optional.empty();
  private Optional<Event.EndedOffer> ended = Optional.empty();
  private Instant arrivedAt = Instant.EPOCH;
  private Instant arrivedSteady = Instant.EPOCH;
  private boolean withheld;
  private Optional<Instant> billedSince = Optional.empty();
  private Runnable phoneHungUp = () -> {};
  boolean tornOutOfATalk;

  /** The service knows that they talk. */
  boolean talkIsTold;

  /** The service was there for one of their questions. */
  boolean heardOf;

  Caller(World world, CallId id) {
    this.world = world;
    this.id = id;
    this.talk = new Talk(world, this);
  }

  /** Who is on the line, if anybody is yet. */
  Talk talk() {
    return talk;
  }

  Place place() {
    return place;
  }

  Instant arrivedSteady() {
    return arrivedSteady;
  }

  void arrives() {
    arrivedAt = world.time();
    arrivedSteady = world.steady();
    withheld = world.dice.nextInt(5) == 0;
    ask();
    if (world.dice.nextInt(3) == 0) {
      world.later(world.upTo(60_000), this::hangsUp);
    }
  }

  Optional<LiveCall> seen() {
    return switch (place) {
      case ASKING, ROUND -> live(LiveCall.Where.WAITING);
      case OFFER -> live(LiveCall.Where.OFFERED);
      case FALLBACK -> live(LiveCall.Where.FALLBACK);
      case TALKING -> live(LiveCall.Where.TALKING);
      case GONE -> Optional.empty();
    };
  }

  private Optional<LiveCall> live(LiveCall.Where where) {
    Optional<Talker> ours =
        talk.line().stream()
            .filter(one -> one.handset().filter(h -> !h.outside).isPresent())
            .findFirst();
    Optional<Handset> seen = phone.or(() -> ours.flatMap(Talker::handset)).or(this::inDial);
    return Optional.of(
        new LiveCall(
            id,
            channel(),
            where,
            seen.map(p -> p.name),
            ours.map(Talker::channel),
            talk.channels(),
            talk.isTogether(),
            talk.line().stream().map(Talker::seen).toList()));
  }

  /** One outside is known by where the dialplan is; in a room nobody can tell. */
  private Optional<Handset> inDial() {
    return talk.isTogether()
        ? Optional.empty()
        : talk.line().stream().flatMap(one -> one.handset().stream()).findFirst();
  }

  private String channel() {
    return "channel-" + id.value();
  }

  /** Everything planned for the place being left comes to nothing. */
  private long go(Place next) {
    if (place == Place.GONE) {
      throw new AssertionError("a channel that is gone goes nowhere");
    }
    place = next;
    return ++step;
  }

  private void ifStill(long planned, Runnable what) {
    if (step == planned) {
      what.run();
    }
  }

  void ask() {
    long here = go(Place.ASKING);
    answered = false;
    int service = world.service();
    long sent = world.upTo(world.chance(5) ? 300 : 5);
    world.later(
        sent,
        () -> {
          CallerNumber number =
              withheld
                  ? new CallerNumber.Withheld()
                  : new CallerNumber.Dialable(new PhoneNumber("+33612345678"));
          Event question =
              new Event.CallAsks(
                  world.time(),
                  id,
                  channel(),
                  Optional.of(Cast.DOOR.id()),
                  number,
                  arrivedAt,
                  ended,
                  billedSince);
          if (world.question(service, question)) {
            heardOf = true;
          } else {
            ifStill(here, this::unanswered);
          }
        });
    world.later(
        2000,
        () ->
            ifStill(
                here,
                () -> {
                  if (!answered) {
                    throw new AssertionError(id + " was never answered");
                  }
                }));
  }

  /** Nobody is there to be asked: the dialplan goes on alone. */
  private void unanswered() {
    answered = true;
    fallback();
  }

  /** A question that it has not answered it never will. */
  void serviceDies() {
    if (place == Place.ASKING && !answered) {
      unanswered();
    }
  }

  /** The core's answer; it may get lost on the way, and is for this question only. */
  void told(Instruction instruction) {
    long here = step;
    boolean open = place == Place.ASKING && !answered;
    answered = true;
    world.later(
        world.upTo(5),
        () -> {
          if (!open || step != here) {
            lost(); // moved or gone meanwhile
          } else if (world.chance(4)) {
            fallback();
            lost();
          } else {
            follow(instruction);
          }
        });
  }

  private void lost() {
    world.later(world.upTo(20), () -> world.tell(new Event.AnswerLost(world.time(), id)));
  }

  private void follow(Instruction instruction) {
    switch (instruction) {
      case Instruction.Ring ring -> dial(ring);
      case Instruction.KeepRinging keep -> {
        long here = go(Place.ROUND);
        world.later(5000, () -> ifStill(here, this::ask));
      }
      case Instruction.AnswerFirst(Instruction.Ringing then) -> {
        if (billedSince.isEmpty()) {
          billedSince = Optional.of(world.time());
          world.report(new Event.CallBilled(world.time(), id));
        }
        follow(then);
      }
      case Instruction.UseFallback use -> fallback();
      case Instruction.CallOut out -> throw new AssertionError("a caller calls nobody");
      case Instruction.Refuse no -> throw new AssertionError("no caller is refused");
    }
  }

  /**
   * The service moves them, perhaps from a phone that rings in vain.
   *
   * @param known whether it had been told that they talk; else somebody picked up in that moment
   */
  void moved(Instruction.Ring to, boolean known) {
    if (place == Place.GONE || world.chance(4)) {
      world.later(
          world.upTo(20), () -> world.tell(new Event.MoveFailed(world.time(), id, to.offer())));
      return;
    }
    takenAway(known);
    dial(to);
  }

  /**
   * The service has them ask.
   *
   * @param known whether it had been told that they talk; else somebody picked up in the moment in
   *     which it took them away
   */
  void askAgain(boolean known) {
    if (place != Place.GONE) {
      takenAway(known);
      ask();
    }
  }

  private void takenAway(boolean known) {
    boolean torn = tornOutOfATalk;
    hangUpPhone();
    tornOutOfATalk = torn || (known && tornOutOfATalk);
  }

  private void hangUpPhone() {
    tornOutOfATalk |= place == Place.TALKING;
    talkIsTold = false;
    talk.end();
    phoneSilent();
  }

  private void phoneSilent() {
    phone.ifPresent(Handset::hangUp);
    phone = Optional.empty();
    phoneChannel = Optional.empty();
  }

  private void dial(Instruction.Ring ring) {
    long here = go(Place.OFFER);
    Handset handset = world.staff.handset(ring);
    if (handset.state() != PhoneState.IDLE) {
      OfferEnd how =
          handset.state() == PhoneState.UNREACHABLE ? OfferEnd.UNREACHABLE : OfferEnd.BUSY;
      world.later(world.upTo(20), () -> ifStill(here, () -> endOffer(ring, how)));
      return;
    }
    rings(handset);
    phoneHungUp = () -> endOffer(ring, OfferEnd.NO_ANSWER);
    long time = ring.time().toMillis();
    if (world.chance(25)) {
      world.later(world.upTo(3000), () -> ifStill(here, () -> endOffer(ring, OfferEnd.REFUSED)));
    } else if (world.chance(10)) {
      world.later(world.upTo(3000), () -> ifStill(here, () -> world.staff.refuses(id, ring)));
      world.later(time, () -> ifStill(here, () -> endOffer(ring, OfferEnd.NO_ANSWER)));
    } else if (world.chance(20)) {
      world.later(time, () -> ifStill(here, () -> endOffer(ring, OfferEnd.NO_ANSWER)));
    } else {
      world.later(world.upTo(6000), () -> ifStill(here, this::pickUp));
      world.later(time, () -> ifStill(here, () -> endOffer(ring, OfferEnd.NO_ANSWER)));
    }
  }

  private void rings(Handset handset) {
    phone = Optional.of(handset);
    phoneChannel = Optional.of(world.staff.newChannel(handset));
    handset.become(PhoneState.RINGING);
    world.report(
        new Event.PhoneRings(
            world.time(), id, handset.name, phoneChannel.filter(name -> handset.outside)));
  }

  private void endOffer(Instruction.Ring ring, OfferEnd how) {
    hangUpPhone();
    ended = Optional.of(new Event.EndedOffer(ring.offer(), how));
    ask();
  }

  private void pickUp() {
    if (!phone.orElseThrow().isLost()) {
      taken();
    }
  }

  private void taken() {
    go(Place.TALKING);
    Handset handset = phone.orElseThrow();
    handset.become(PhoneState.IN_USE);
    world.report(new Event.CallAnswered(world.time(), id, handset.name, phoneChannel));
    talk.joins(new Talker(phoneChannel.orElseThrow(), phone, Optional.empty()));
    phone = Optional.empty();
    phoneChannel = Optional.empty();
    if (billedSince.isEmpty()) {
      world.report(new Event.CallBilled(world.time(), id));
    }
    long here = step;
    world.later(500 + world.upTo(20_000), () -> ifStill(here, this::hangsUp));
  }

  private void fallback() {
    long here = go(Place.FALLBACK);
    world.later(31_000, () -> ifStill(here, this::leaveFallback));
    tryPhones(here);
  }

  private void leaveFallback() {
    hangUpPhone();
    ask();
  }

  private void tryPhones(long here) {
    world.later(
        100 + world.upTo(1000),
        () ->
            ifStill(
                here,
                () -> {
                  List<Handset> idle = world.staff.inFallback();
                  if (!idle.isEmpty() && phone.isEmpty()) {
                    rings(idle.get(world.dice.nextInt(idle.size())));
                    // Nobody picks up faster than they hear it.
                    world.later(500 + world.upTo(8000), () -> ifStill(here, this::answeredOrNot));
                  }
                  tryPhones(here);
                }));
  }

  private void answeredOrNot() {
    if (world.chance(50)) {
      hangUpPhone();
    } else if (phone.isPresent()) {
      pickUp();
    }
  }

  /**
   * A channel of this call is hung up by the core: the caller's, one that rings or one that talks.
   */
  void hangUp(String name) {
    if (name.equals(channel())) {
      hangsUp();
    } else if (phoneChannel.equals(Optional.of(name)) && place == Place.OFFER) {
      phoneHungUp.run();
    } else {
      talk.hangUp(name);
    }
  }

  void hangsUp() {
    if (place == Place.GONE) {
      return;
    }
    boolean bye = place == Place.TALKING;
    go(Place.GONE);
    phoneSilent();
    if (world.dice.nextBoolean()) {
      talk.end();
    }
    if (bye || world.dice.nextInt(10) > 0) {
      world.report(new Event.CallEnded(world.time(), id));
    } else {
      world.later(world.upTo(200), () -> world.report(new Event.CallEnded(world.time(), id)));
    }
    talk.end();
  }
}
