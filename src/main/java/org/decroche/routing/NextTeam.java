package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;
import org.decroche.routing.door.Overflow;

/** Whoever of the teams that help by now has been free the longest, team after team. */
final class NextTeam implements Rule {
  @Override
  public String name() {
    return Reason.NextTeam.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    if (call.door().policy().overflow().isEmpty()) {
      return Stream.empty();
    }
    Duration waited = call.waited(now);
    return call.door().policy().overflow().stream()
        .filter(next -> waited.compareTo(next.after()) >= 0)
        .flatMap(
            next ->
                roster.free(next.team()).stream()
                    .map(agent -> new Choice(agent, new Reason.NextTeam(next.teamName(), waited))));
  }

  @Override
  public boolean namesTeams() {
    return true;
  }

  @Override
  public void tellOthers(Call call, Roster roster, Instant now, Account account) {
    Duration waited = call.waited(now);
    for (Overflow next : call.door().policy().overflow()) {
      if (waited.compareTo(next.after()) >= 0) {
        account.team(this, next.team(), next.teamName());
      } else {
        account.notYet(this, next.teamName(), next.after());
      }
    }
  }
}
