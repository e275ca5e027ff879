package org.decroche.routing;

import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.leg.LegId;

/** A core whose every step is checked, and what came of the last one. */
class Watched {
  final Switchboard board = new Switchboard(Limits.DEFAULT, 100);
  final Invariants always = new Invariants();
  private final List<LegId> legs = new ArrayList<>();
  private List<Effect> last = List.of();

  final void take(Event event) {
    last = board.on(event);
    effects(Effect.Dial.class).forEach(dial -> legs.add(dial.leg().id()));
    always.hold(board, event, last);
  }

  /** The one dialled last. */
  LegId lastLeg() {
    return legs.getLast();
  }

  List<Effect> effects() {
    return last;
  }

  <E extends Effect> List<E> effects(Class<E> kind) {
    return last.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <S extends Step> List<S> steps(Class<S> kind) {
    return effects(Effect.Journal.class).stream()
        .map(Effect.Journal::step)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** The whole record so far of one call. */
  List<String> story(String call) {
    return always.steps(call(call)).stream().map(s -> s.getClass().getSimpleName()).toList();
  }

  <S extends Step> List<S> story(String call, Class<S> kind) {
    return always.steps(call(call)).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Optional<Call> find(String call) {
    return board.calls().stream().filter(c -> c.id().equals(call(call))).findFirst();
  }

  Call theCall(String call) {
    return find(call).orElseThrow(() -> new AssertionError("no live call " + call));
  }

  Agent theAgent(String who) {
    return board.agents().stream().filter(a -> a.id().equals(agent(who))).findFirst().orElseThrow();
  }

  OfferId offerOf(String call) {
    return theCall(call).offer().orElseThrow().id();
  }
}
