package org.decroche.routing;

import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;

/** An agent's phone in the {@link World}; one outside is seen by nobody. */
final class Handset {
  final Phone name;
  final boolean outside;
  private final World world;
  private PhoneState state = PhoneState.IDLE;
  private boolean lost;

  Handset(World world, Phone name, boolean outside) {
    this.world = world;
    this.name = name;
    this.outside = outside;
  }

  AgentId agent() {
    return new AgentId(Long.parseLong(name.name().substring("phone".length())));
  }

  PhoneState state() {
    return state;
  }

  /** Signed off or silent. While it rings, Asterisk goes on calling it ringing. */
  void vanish() {
    lost = true;
    world.report(new Event.PhoneLost(world.time(), name));
    if (state == PhoneState.IDLE) {
      become(PhoneState.IDLE);
    }
    world.later(
        world.upTo(20_000),
        () -> {
          lost = false;
          if (state == PhoneState.UNREACHABLE) {
            become(PhoneState.IDLE);
          }
        });
  }

  boolean isLost() {
    return lost;
  }

  void hangUp() {
    become(PhoneState.IDLE);
  }

  /**
   * Their talk is over; perhaps somebody talks on the phone's other line yet, as nobody is told.
   */
  void lineOver() {
    if (!outside && world.chance(5)) {
      world.later(
          world.upTo(5000),
          () -> {
            if (state == PhoneState.IN_USE) {
              hangUp();
            }
          });
    } else {
      hangUp();
    }
  }

  void become(PhoneState wanted) {
    PhoneState next = lost && wanted == PhoneState.IDLE ? PhoneState.UNREACHABLE : wanted;
    state = next;
    if (!outside) {
      world.report(new Event.PhoneReported(world.time(), name, next));
    }
  }
}
