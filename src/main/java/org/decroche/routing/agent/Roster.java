package org.decroche.routing.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.decroche.routing.door.TeamId;

/**
 * Everybody on the floor, and for each team its free agents, longest idle first: choosing costs the
 * same with ten agents and with five thousand.
 */
public final class Roster {
  private final Map<AgentId, Agent> agents = new HashMap<>();
  private final Map<Phone, Agent> byPhone = new HashMap<>();
  private final Map<Phone, PhoneState> phones = new HashMap<>();
  private final Map<TeamId, NavigableSet<Agent>> free = new HashMap<>();
  private final Map<TeamId, Integer> ready = new HashMap<>();
  private final Map<TeamId, List<Agent>> members = new HashMap<>();
  private final Map<AgentId, Chosen> early = new HashMap<>();
  private final Consumer<Agent> onActivity;

  private record Chosen(Availability availability, Instant at) {}

  /**
   * @param onActivity told of every agent whose activity changed
   */
  public Roster(Consumer<Agent> onActivity) {
    this.onActivity = onActivity;
  }

  public Optional<Agent> find(AgentId id) {
    return Optional.ofNullable(agents.get(id));
  }

  public Optional<Agent> find(Phone phone) {
    return Optional.ofNullable(byPhone.get(phone));
  }

  public Collection<Agent> all() {
    return Collections.unmodifiableCollection(agents.values());
  }

  /** The free agents of a team, longest idle first. */
  public NavigableSet<Agent> free(TeamId team) {
    return free.getOrDefault(team, Collections.emptyNavigableSet());
  }

  /** Tells whether anybody of a team has chosen ready, whatever they are doing. */
  public boolean anyReady(TeamId team) {
    return ready(team) > 0;
  }

  /** How many of a team have chosen ready, whatever they are doing. */
  public int ready(TeamId team) {
    return ready.getOrDefault(team, 0);
  }

  /** Everybody of a team, in the store's order. */
  public List<Agent> members(TeamId team) {
    return Collections.unmodifiableList(members.getOrDefault(team, List.of()));
  }

  /**
   * Takes the store's word for who there is, and for what a newcomer had chosen; what is observed
   * stays.
   */
  public void replace(List<AgentProfile> profiles) {
    Set<AgentId> present = new HashSet<>();
    members.clear();
    for (AgentProfile profile : profiles) {
      present.add(profile.id());
      Agent agent = agents.computeIfAbsent(profile.id(), id -> newcomer(profile));
      unlist(agent);
      byPhone.remove(agent.phone(), agent);
      agent.become(profile);
      agent.observe(phones.getOrDefault(profile.phone(), PhoneState.UNREACHABLE));
      byPhone.put(profile.phone(), agent);
      profile.teams().forEach(t -> members.computeIfAbsent(t, id -> new ArrayList<>()).add(agent));
      list(agent);
    }
    List<Agent> gone = agents.values().stream().filter(a -> !present.contains(a.id())).toList();
    for (Agent agent : gone) {
      unlist(agent);
      byPhone.remove(agent.phone(), agent);
      agents.remove(agent.id());
    }
  }

  /** The store's picture of them may be older than what they chose a moment before it came. */
  private Agent newcomer(AgentProfile profile) {
    Agent agent = new Agent(profile);
    Chosen chosen = early.remove(profile.id());
    if (chosen != null && !chosen.at().isBefore(profile.since())) {
      agent.choose(chosen.availability(), chosen.at());
    }
    return agent;
  }

  /** Keeps the choice of somebody who is not on the floor yet: they may have just been created. */
  public void chooseEarly(AgentId agent, Availability availability, Instant at) {
    early.put(agent, new Chosen(availability, at));
  }

  public void choose(Agent agent, Availability availability, Instant at) {
    unlist(agent);
    agent.choose(availability, at);
    list(agent);
  }

  public void engage(Agent agent, Engagement engagement, Instant at) {
    whileReady(agent, () -> agent.engage(engagement, at));
  }

  /** An offer rang out at their phone. */
  public void missed(Agent agent) {
    agent.miss();
  }

  /** A conversation that was not the core's doing is over. */
  public void talked(Agent agent, Instant until) {
    whileReady(agent, () -> agent.idleFrom(until));
  }

  /** Keeps the report also for a phone nobody has yet: its agent may be created a moment later. */
  public void observe(Phone phone, PhoneState state) {
    phones.put(phone, state);
    find(phone).ifPresent(agent -> whileReady(agent, () -> agent.observe(state)));
  }

  /**
   * The one call that their phone is known to have is hung up: it counts as idle from now on, a
   * moment before Asterisk reports it so.
   */
  public void lineOver(Agent agent) {
    whileReady(agent, agent::lineOver);
  }

  /** That report should have come by now: there is another call on that phone. */
  public void reportMissing(Agent agent) {
    whileReady(agent, agent::reportMissing);
  }

  /** Their phone outside is in use, or not any more, by a call that is none of this run's. */
  public void observeOutside(Agent agent, PhoneState state) {
    whileReady(agent, () -> agent.observeOutside(state));
  }

  /** Takes a whole look at the phones: those it does not name are unreachable. */
  public void observeAll(Map<Phone, PhoneState> seen) {
    phones.clear();
    phones.putAll(seen);
    for (Agent agent : agents.values()) {
      unlist(agent);
      agent.observe(seen.getOrDefault(agent.phone(), PhoneState.UNREACHABLE));
      list(agent);
    }
  }

  /** What they chose stays as it is; every call changes the rest several times. */
  private void whileReady(Agent agent, Runnable change) {
    if (!agent.isListed()) {
      change.run();
      return;
    }
    if (agent.isFree()) { // before the change: the sets are ordered by what it changes
      for (TeamId team : agent.profile().teams()) {
        free(team).remove(agent);
      }
    }
    change.run();
    enlist(agent);
  }

  private void unlist(Agent agent) {
    // Before any change: the sets are ordered by what is about to change.
    if (!agent.isListed()) {
      return;
    }
    agent.listed(false);
    if (agent.isFree()) {
      agent.profile().teams().forEach(team -> free(team).remove(agent));
    }
    if (agent.availability() == Availability.READY) {
      agent.profile().teams().forEach(team -> ready.merge(team, -1, Integer::sum));
    }
  }

  private void list(Agent agent) {
    agent.listed(true);
    if (agent.availability() == Availability.READY) {
      agent.profile().teams().forEach(team -> ready.merge(team, 1, Integer::sum));
    }
    enlist(agent);
  }

  private void enlist(Agent agent) {
    if (agent.isFree()) {
      for (TeamId team : agent.profile().teams()) {
        free.computeIfAbsent(team, id -> new TreeSet<>(Agent::longestIdleFirst)).add(agent);
      }
    }
    if (agent.activityChanged()) {
      onActivity.accept(agent);
    }
  }
}
