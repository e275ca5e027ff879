package org.decroche.routing.call;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.TeamId;

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
    return Stream.concat(
            Stream.ofNullable(byAgent.get(agent.id())),
            agent.profile().teams().stream().flatMap(t -> Stream.ofNullable(byTeam.get(t))))
        .flatMap(line -> line.stream().filter(fits).findFirst().stream())
        .min(Comparator.naturalOrder());
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
