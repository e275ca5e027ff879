package org.decroche.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.decroche.routing.agent.Agent;

/** The effects of the event at hand, in the order they are to be done. */
final class Outbox {
  private List<Effect> effects = new ArrayList<>();

  /** What they do now: shown once, and last, for no phone waits for it. */
  private final Set<Agent> active = new LinkedHashSet<>();

  void add(Effect effect) {
    effects.add(effect);
  }

  void journal(Step step) {
    effects.add(new Effect.Journal(step));
  }

  void activity(Agent agent) {
    active.add(agent);
  }

  List<Effect> drain() {
    active.forEach(agent -> effects.add(new Effect.ShowActivity(agent.id(), agent.activity())));
    active.clear();
    List<Effect> drained = effects;
    effects = new ArrayList<>();
    return drained;
  }
}
