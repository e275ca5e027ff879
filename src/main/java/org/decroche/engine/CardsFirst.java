package org.decroche.engine;

import java.util.ArrayList;
import java.util.List;
import org.decroche.routing.Effect;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;

/**
 * The order in which one event's effects are done: a card goes before what is told of other calls,
 * for a phone waits until its agent's card has arrived. Everything sent before it would wake that
 * desk first, and each time that is a third of a millisecond in which a caller waits.
 */
final class CardsFirst {
  private CardsFirst() {}

  /** The same effects; what concerns one call, or the time after one, keeps its order. */
  static List<Effect> of(List<Effect> decided) {
    List<Effect> cards = new ArrayList<>();
    List<Effect> others = new ArrayList<>();
    for (Effect effect : decided) {
      if (effect instanceof Effect.ShowPop card
          && others.stream()
              .noneMatch(before -> precedes(before, card.agent(), card.pop().call()))) {
        cards.add(effect);
      } else {
        others.add(effect);
      }
    }
    if (cards.isEmpty()) {
      return decided;
    }
    cards.addAll(others);
    return cards;
  }

  /** Whether a desk would show something else if it were told the other way round. */
  private static boolean precedes(Effect before, AgentId agent, CallId call) {
    return (before instanceof Effect.ShowPop card && card.pop().call().equals(call))
        || (before instanceof Effect.ShowCallerWaiting it && it.caller().call().equals(call))
        || (before instanceof Effect.ShowEnded ended
            && ended.agent().equals(agent)
            && (ended.call().equals(call) || ended.wrapUp().isPositive()));
  }
}
