package org.decroche.routing;

import java.time.Instant;
import java.util.stream.Stream;
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
    String team = call.door().teamName();
    return roster.free(call.door().team()).stream()
        .map(agent -> new Choice(agent, new Reason.LongestIdle(team, agent.idleSince())));
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
