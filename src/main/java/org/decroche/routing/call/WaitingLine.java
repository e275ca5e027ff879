package org.decroche.routing.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * The callers for whom nobody is free, by arrival: one line for each team and one for each agent
 * who may be offered them now.
 */
public final class WaitingLine {
  private final NavigableSet<Call> everybody = new TreeSet<>();
  private final Map<Call, Reach> filed = new HashMap<>();
  private final Map<TeamId, NavigableSet<Call>> byTeam = new HashMap<>();
  private final Map<AgentId, NavigableSet<Call>> byAgent = new HashMap<>();

  /** Files the call by its reach; anew when it was filed before. */
  public void file(Call call) {
    Reach reach = call.reach();
    if (reach.equals(filed.get(call))) {
      return;
    }
    remove(call);
    everybody.add(call);
    filed.put(call, reach);
    reach.teams().forEach(team -> lineOf(byTeam, team).add(call));
    reach.people().forEach(who -> lineOf(byAgent, who).add(call));
  }

  public void remove(Call call) {
    Reach reach = filed.remove(call);
    if (reach != null) {
      everybody.remove(call);
      reach.teams().forEach(team -> removeFrom(byTeam, team, call));
      reach.people().forEach(who -> removeFrom(byAgent, who, call));
    }
  }

  /** Everybody in the line as it is now, oldest first. */
  public List<Call> all() {
    return List.copyOf(everybody);
  }

  /** The oldest caller this agent may serve, among those that fit. */
  public Optional<Call> oldestFor(Agent agent, Predicate<Call> fits) {
    Call oldest = older(null, byAgent.get(agent.id()), fits);
    for (TeamId team : agent.profile().teams()) {
      oldest = older(oldest, byTeam.get(team), fits);
    }
    return Optional.ofNullable(oldest);
  }

  /** The first of a line that fits, when it came before this one. */
  private static @Nullable Call older(
      @Nullable Call than, @Nullable NavigableSet<Call> line, Predicate<Call> fits) {
    if (line != null) {
      for (Call call : line) {
        if (than != null && than.compareTo(call) <= 0) {
          return than;
        }
        if (fits.test(call)) {
          return call;
        }
      }
    }
    return than;
  }

  private static <K> NavigableSet<Call> lineOf(Map<K, NavigableSet<Call>> lines, K key) {
    return lines.computeIfAbsent(key, anew -> new TreeSet<>());
  }

  private static <K> void removeFrom(Map<K, NavigableSet<Call>> lines, K key, Call call) {
    lines.computeIfPresent(
        key,
        (k, line) -> {
          line.remove(call);
          return line.isEmpty() ? null : line;
        });
  }
}
