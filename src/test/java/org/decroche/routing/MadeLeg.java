package org.decroche.routing;

import java.util.Optional;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegEnd;
import org.decroche.routing.leg.LegId;
import org.decroche.routing.leg.LegPurpose;
import org.decroche.routing.leg.LegTarget;
import org.decroche.routing.leg.LiveLeg;

/** A channel that the core had Asterisk dial, in the {@link World}. */
final class MadeLeg {
  private enum At {
    /** On its way to Asterisk. */
    WANTED,
    RINGING,
    UP,
    GONE
  }

  private static final long AWAITS_A_ROOM = 3000;
  final LegId id;
  private final World world;
  private final Leg leg;
  private final Optional<Handset> handset;
  private At at = At.WANTED;
  private boolean awaitsKey;
  private Optional<Talk> talk = Optional.empty();

  MadeLeg(World world, Leg leg) {
    this.world = world;
    this.leg = leg;
    this.id = leg.id();
    this.handset =
        leg.to() instanceof LegTarget.OurPhone ours
            ? Optional.of(world.staff.handset(ours.phone()))
            : Optional.empty();
  }

  Optional<LiveLeg> seen() {
    return at == At.WANTED
        ? Optional.empty()
        : Optional.of(new LiveLeg(id, at == At.UP && !awaitsKey));
  }

  private void ifRinging(long in, Runnable what) {
    world.later(
        in,
        () -> {
          if (at == At.RINGING) {
            what.run();
          }
        });
  }

  void dial() {
    if (world.chance(3)) {
      at = At.GONE; // Asterisk would not, and says so at once
      world.legs.remove(id);
      world.tell(new Event.LegDown(world.time(), id, LegEnd.UNREACHABLE));
      return;
    }
    at = At.RINGING;
    PhoneState state = handset.map(Handset::state).orElse(PhoneState.IDLE);
    if (state != PhoneState.IDLE) {
      LegEnd how = state == PhoneState.UNREACHABLE ? LegEnd.UNREACHABLE : LegEnd.BUSY;
      world.later(world.upTo(20), () -> down(how));
      return;
    }
    handset.ifPresent(phone -> phone.become(PhoneState.RINGING));
    ifRinging(leg.ring().toMillis(), () -> silent(LegEnd.NO_ANSWER));
    if (world.chance(20)) {
      ifRinging(world.upTo(3000), () -> silent(LegEnd.REFUSED));
    } else if (!world.chance(20)) {
      ifRinging(world.upTo(6000), this::pickUp);
    }
  }

  private void pickUp() {
    if (handset.filter(Handset::isLost).isPresent()) {
      return;
    }
    at = At.UP;
    handset.ifPresent(phone -> phone.become(PhoneState.IN_USE));
    world.report(new Event.LegUp(world.time(), id));
    switch (leg.then()) {
      case LegPurpose.Join join -> awaitRoom(join.call(), 0);
      case LegPurpose.JoinByKey join -> {
        awaitsKey = true;
        if (world.chance(70)) {
          world.later(world.upTo(4000), () -> press(join.call()));
        } else {
          world.later(Limits.KEY.toMillis(), this::gone);
        }
      }
      case LegPurpose.DialOutByKey out -> {
        awaitsKey = true;
        if (world.chance(70)) {
          world.later(world.upTo(4000), this::pressToCall);
        } else {
          world.later(Limits.KEY.toMillis(), this::goneUnlessKey);
        }
      }
      case LegPurpose.DialOut out -> callee().dial();
    }
  }

  private Callee callee() {
    return new Callee(world, new CallId(id.value()), () -> at == At.UP, this::gone);
  }

  private void pressToCall() {
    if (at == At.UP) {
      awaitsKey = false;
      world.report(new Event.KeyPressed(world.time(), id));
      callee().dial();
    }
  }

  private void goneUnlessKey() {
    if (awaitsKey) {
      gone();
    }
  }

  private void press(CallId call) {
    if (at == At.UP) {
      awaitsKey = false;
      world.report(new Event.KeyPressed(world.time(), id));
      awaitRoom(call, 0);
    }
  }

  private void awaitRoom(CallId call, long waited) {
    if (at != At.UP) {
      return;
    }
    Talk others = world.callers.get(call).talk();
    if (others.isTogether()) {
      talk = Optional.of(others);
      others.joins(new Talker(id.value(), handset, Optional.of(this)));
    } else if (waited >= AWAITS_A_ROOM) {
      gone();
    } else {
      world.later(20, () -> awaitRoom(call, waited + 20));
    }
  }

  /** By the core's word. */
  void hangUp() {
    talk.ifPresentOrElse(room -> room.hangUp(id.value()), this::gone);
  }

  void gone() {
    silent(LegEnd.HUNG_UP);
  }

  private void silent(LegEnd how) {
    if (at != At.GONE) {
      handset.ifPresent(Handset::hangUp);
      down(how);
    }
  }

  private void down(LegEnd how) {
    at = At.GONE;
    world.legs.remove(id);
    world.report(new Event.LegDown(world.time(), id, how));
  }
}
