package org.decroche.routing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/**
 * Who stands in for somebody who knows the caller and is off or away. Somebody whose deputy is off
 * or away too has that one's deputy, and so on; a ring of deputies ends where it began.
 */
final class DeputyOfThem implements Rule {
  private final List<Rule> knowing;

  DeputyOfThem(List<Rule> knowing) {
    this.knowing = knowing;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    if (!call.isKnown()) {
      return Stream.empty();
    }
    return knowing.stream()
        .flatMap(rule -> rule.names(call, roster, now))
        .filter(known -> !isReady(known.agent()))
        .flatMap(known -> standIn(known, roster).stream());
  }

  private static Optional<Choice> standIn(Choice known, Roster roster) {
    Set<AgentId> passed = new HashSet<>();
    Optional<Agent> next = Optional.of(known.agent());
    while (next.isPresent() && !isReady(next.get()) && passed.add(next.get().id())) {
      next = next.get().profile().deputy().flatMap(roster::find);
    }
    return next.filter(DeputyOfThem::isReady)
        .map(
            deputy ->
                new Choice(
                    deputy,
                    new Reason.DeputyOf(known.agent().profile().name(), known.reason().rule())));
  }

  private static boolean isReady(Agent agent) {
    return agent.availability() == Availability.READY;
  }
}
