package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever of the teams that help by now has been free the longest, team after team. */
final class NextTeam implements Rule {
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
}
