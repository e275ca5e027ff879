package org.decroche.routing;

import java.util.ArrayList;
import java.util.List;

/** The effects of the event at hand, in the order they are to be done. */
final class Outbox {
  private List<Effect> effects = new ArrayList<>();

  void add(Effect effect) {
    effects.add(effect);
  }

  void journal(Step step) {
    effects.add(new Effect.Journal(step));
  }

  List<Effect> drain() {
    List<Effect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }
}
