package org.decroche.routing;

import java.util.Optional;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.caller.PhoneNumber;

/** A number dialled by hand on an agent's phone of the {@link World}. */
final class DialledCall {
  final CallId id;
  private final World world;
  private final Handset handset;
  private boolean answered;
  private boolean gone;

  DialledCall(World world, CallId id, Handset handset) {
    this.world = world;
    this.id = id;
    this.handset = handset;
  }

  void dial(PhoneNumber number) {
    handset.become(PhoneState.IN_USE);
    int service = world.service();
    world.later(
        world.upTo(5),
        () -> {
          Event question = new Event.PhoneDialled(world.time(), id, handset.name, number);
          if (!world.question(service, question)) {
            serviceDies();
          }
        });
    world.later(
        2000,
        () -> {
          if (!answered) {
            throw new AssertionError(id + " was never answered");
          }
        });
    if (world.chance(20)) {
      world.later(world.upTo(8000), this::hangUp);
    }
  }

  void told(Instruction instruction) {
    if (answered) {
      return;
    }
    answered = true;
    switch (instruction) {
      case Instruction.CallOut out -> new Callee(world, id, () -> !gone, this::hangUp).dial();
      case Instruction.Refuse no -> world.later(world.upTo(5), this::hangUp);
      default -> throw new AssertionError(id + " calls out, and was told " + instruction);
    }
  }

  /** Without it nobody may call out by hand. */
  void serviceDies() {
    if (!answered) {
      told(new Instruction.Refuse());
    }
  }

  void hangUp() {
    if (!gone) {
      gone = true;
      handset.hangUp();
      world.report(new Event.CallEnded(world.time(), id));
    }
  }

  Optional<LiveCall> seen() {
    return gone
        ? Optional.empty()
        : Optional.of(
            new LiveCall(id, "PJSIP/" + id.value(), LiveCall.Where.CALLING_OUT, Optional.empty()));
  }
}
