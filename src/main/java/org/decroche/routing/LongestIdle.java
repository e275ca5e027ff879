package org.decroche.routing;

import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever of the front door's team has been free the longest. */
final class LongestIdle implements Rule {
  @Override
  public Optional<Choice> choose(Call call, Roster roster, Predicate<Agent> allowed) {
    for (Agent agent : roster.free(call.door().team())) {
      if (allowed.test(agent)) {
        return Optional.of(
            new Choice(agent, new Reason.LongestIdle(call.door().teamName(), agent.idleSince())));
      }
    }
    return Optional.empty();
  }
}
