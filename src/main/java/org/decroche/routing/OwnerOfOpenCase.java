package org.decroche.routing;

import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever owns the customer's open case, the one touched last. */
final class OwnerOfOpenCase implements Rule {
  @Override
  public Optional<Choice> choose(Call call, Roster roster, Predicate<Agent> allowed) {
    return call.openCase()
        .flatMap(
            open ->
                roster
                    .find(open.owner())
                    .filter(Agent::isFree)
                    .filter(allowed)
                    .map(
                        agent ->
                            new Choice(
                                agent,
                                new Reason.OwnerOfOpenCase(
                                    open.id(), open.title(), open.openedAt()))));
  }
}
