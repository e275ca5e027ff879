package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.agent.Standing;
import org.decroche.routing.call.Call;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.why.Considered;
import org.decroche.routing.why.Explanation;
import org.decroche.routing.why.PassedOver;

/** Writes down whom a search for a human passes over, and why. */
final class Account {
  private final Call call;
  private final Roster roster;
  private final Instant now;
  private final List<Considered> considered = new ArrayList<>();
  private Optional<AgentId> chosen = Optional.empty();

  Account(Call call, Roster roster, Instant now) {
    this.call = call;
    this.roster = roster;
    this.now = now;
  }

  /** The rule names them, and the search goes on. */
  void passedOver(Rule rule, Agent agent, PassedOver because) {
    tell(rule, agent, because, considered.size());
  }

  /** All that this rule names has been looked at, or one of them was chosen. */
  void leaves(Rule rule, Optional<Choice> choice) {
    chosen = choice.map(Choice::agent).map(Agent::id);
    rule.tellOthers(call, roster, now, this);
  }

  /** Those of a team who were not named, or were named too late to be looked at. */
  void team(Rule rule, TeamId team, String name) {
    Collection<Agent> members = roster.members(team);
    if (members.size() > Explanation.MOST_NAMED) {
      considered.add(
          new Considered.Team(
              rule.name(), name, members.size(), roster.ready(team), roster.free(team).size()));
      return;
    }
    int before = considered.size(); // nobody is twice in one team
    for (Agent agent : members) {
      tell(rule, agent, PassedOver.by(agent.standing()), before);
    }
  }

  void absent(Rule rule, Agent agent) {
    Standing standing = agent.standing();
    tell(rule, agent, PassedOver.by(standing), considered.size());
  }

  void notYet(Rule rule, String team, Duration after) {
    considered.add(new Considered.NotYet(rule.name(), team, after));
  }

  List<Considered> considered() {
    return considered;
  }

  private void tell(Rule rule, Agent agent, PassedOver because, int among) {
    if (!isTold(agent.id(), among) && !(chosen.isPresent() && chosen.get().equals(agent.id()))) {
      considered.add(
          new Considered.Person(rule.name(), agent.id(), agent.profile().name(), because));
    }
  }

  /** Everybody is told once, by the first rule that names them. */
  private boolean isTold(AgentId agent, int among) {
    for (int i = 0; i < among; i++) {
      if (considered.get(i) instanceof Considered.Person person && person.agent().equals(agent)) {
        return true;
      }
    }
    return false;
  }
}
