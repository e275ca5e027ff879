package org.decroche.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;

/**
 * The rule of who answers: the first named rule that finds a free human.
 *
 * <p>Whoever did not take a call gets it again only when nobody else is free for it, the one asked
 * longest ago first, and not before their rest is over: a phone that refuses by itself must not be
 * rung in a circle.
 */
final class WhoAnswers {
  private static final List<Rule> RULES =
      List.of(new OwnerOfOpenCase(), new LastTalkedWith(), new LongestIdle());

  private final Roster roster;
  private final Duration rest;

  WhoAnswers(Roster roster, Duration rest) {
    this.roster = roster;
    this.rest = rest;
  }

  Optional<Choice> choose(Call call, Instant now) {
    return first(call, agent -> !call.tried().containsKey(agent.id()))
        .or(() -> askAgain(call, now));
  }

  /** Tells whether this call may be offered to this agent at all now, were they free. */
  boolean mayAsk(Call call, AgentId agent, Instant now) {
    Instant before = call.tried().get(agent);
    if (before == null) {
      return true;
    }
    Instant over = before.plus(rest);
    // A fact may be told later than it happened: a rest whose end was told is over for it too.
    return !now.isBefore(over) || !call.restedAt().isBefore(over);
  }

  private Optional<Choice> askAgain(Call call, Instant now) {
    for (AgentId tried : call.tried().keySet()) {
      Optional<Choice> choice =
          mayAsk(call, tried, now)
              ? first(call, agent -> agent.id().equals(tried))
              : Optional.empty();
      if (choice.isPresent()) {
        return choice;
      }
    }
    return Optional.empty();
  }

  private Optional<Choice> first(Call call, Predicate<Agent> allowed) {
    for (Rule rule : RULES) {
      Optional<Choice> choice = rule.choose(call, roster, allowed);
      if (choice.isPresent()) {
        return choice;
      }
    }
    return Optional.empty();
  }
}
