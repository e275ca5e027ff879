package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever of the front door's team has been free the longest. */
final class LongestIdle implements Rule {
  @Override
  public String name() {
    return Reason.LongestIdle.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    return roster.free(call.door().team()).stream().map(agent -> choice(call, agent));
  }

  /** Nearly every decision ends here. */
  @Override
  public Optional<Choice> first(Call call, Roster roster, Instant now, Predicate<Choice> takes) {
    for (Agent agent : roster.free(call.door().team())) {
      Choice choice = choice(call, agent);
      if (takes.test(choice)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  private static Choice choice(Call call, Agent agent) {
    return new Choice(agent, new Reason.LongestIdle(call.door().teamName(), agent.idleSince()));
  }

  @Override
  public boolean namesTeams() {
    return true;
  }

  @Override
  public void tellOthers(Call call, Roster roster, Instant now, Account account) {
    account.team(this, call.door().team(), call.door().teamName());
  }
}
