package org.decroche.routing;

import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever really talked with this caller last. */
final class LastTalkedWith implements Rule {
  @Override
  public Optional<Choice> choose(Call call, Roster roster, Predicate<Agent> allowed) {
    return call.recognition()
        .lastTalk()
        .flatMap(
            talk ->
                roster
                    .find(talk.agent())
                    .filter(Agent::isFree)
                    .filter(allowed)
                    .map(agent -> new Choice(agent, new Reason.LastTalkedWith(talk.at()))));
  }
}
