package org.decroche.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.decroche.routing.Effect;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.stories.Stage.Card;

/** What the desks on the made-up stage were told. */
final class MadeUpDesks {
  private final Function<CallId, String> callers;
  private final Map<AgentId, List<Card>> seen = new HashMap<>();
  private final Map<OfferId, String> offers = new HashMap<>();

  MadeUpDesks(Function<CallId, String> callers) {
    this.callers = callers;
  }

  void open(AgentId agent, String name) {
    seen.putIfAbsent(agent, new ArrayList<>());
  }

  List<Card> seen(AgentId agent) {
    return List.copyOf(seen.get(agent));
  }

  void show(Effect effect) {
    switch (effect) {
      case Effect.ShowPop(var agent, var pop) -> {
        offers.put(pop.offer(), callers.apply(pop.call()));
        add(agent, "pop", callers.apply(pop.call()), pop.why().rule());
      }
      case Effect.WithdrawPop(var agent, var offer, var how) ->
          add(agent, "withdrawn", offers.get(offer), spelt(how));
      case Effect.ShowEnded(var agent, var call, var wrapUp) ->
          add(agent, "ended", callers.apply(call), "");
      case Effect.ShowCallerWaiting(var agent, var caller) ->
          add(agent, "waiting", callers.apply(caller.call()), "");
      case Effect.ShowCallerGone(var agent, var call, var takenBy) ->
          add(agent, "gone", callers.apply(call), takenBy.orElse(""));
      case Effect.ShowCallOut(var agent, var card) ->
          add(agent, "call-out", callers.apply(card.call()), spelt(card.state()));
      case Effect.MakeAway(var agent, var because) ->
          add(agent, "availability", "", spelt(because));
      case Effect.ShowActivity(var agent, var activity) ->
          add(agent, "activity", "", spelt(activity));
      default -> {}
    }
  }

  private void add(AgentId agent, String type, String caller, String detail) {
    seen.computeIfAbsent(agent, anew -> new ArrayList<>()).add(new Card(type, caller, detail));
  }

  static String spelt(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
