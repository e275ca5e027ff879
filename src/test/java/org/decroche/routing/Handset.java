package org.decroche.routing;

import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;

/** An agent's phone in the {@link World}. */
final class Handset {
  final Phone name;
  private final World world;
  private PhoneState state = PhoneState.IDLE;

  Handset(World world, Phone name) {
    this.world = world;
    this.name = name;
  }

  PhoneState state() {
    return state;
  }

  void become(PhoneState next) {
    state = next;
    world.report(new Event.PhoneReported(world.time(), name, next));
  }
}
