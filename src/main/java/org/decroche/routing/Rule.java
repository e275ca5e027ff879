package org.decroche.routing;

import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;

/**
 * One line of the rule of who answers. Chooses only free agents that are allowed, and changes
 * nothing.
 */
interface Rule {
  Optional<Choice> choose(Call call, Roster roster, Predicate<Agent> allowed);
}
