package org.decroche.routing;

import java.time.Instant;
import java.util.ArrayList;
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
  public String name() {
    return Reason.DeputyOf.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    return absent(call, roster, now).flatMap(known -> standIn(known, roster).stream());
  }

  @Override
  public void tellOthers(Call call, Roster roster, Instant now, Account account) {
    absent(call, roster, now)
        .flatMap(known -> inTurn(known.agent(), roster).stream())
        .filter(deputy -> !isReady(deputy))
        .forEach(deputy -> account.absent(this, deputy));
  }

  private Stream<Choice> absent(Call call, Roster roster, Instant now) {
    if (!call.isKnown()) {
      return Stream.empty();
    }
    return knowing.stream()
        .flatMap(rule -> rule.names(call, roster, now))
        .filter(known -> !isReady(known.agent()));
  }

  private static Optional<Choice> standIn(Choice known, Roster roster) {
    List<Agent> deputies = inTurn(known.agent(), roster);
    return deputies.isEmpty() || !isReady(deputies.getLast())
        ? Optional.empty()
        : Optional.of(
            new Choice(
                deputies.getLast(),
                new Reason.DeputyOf(known.agent().profile().name(), known.reason().rule())));
  }

  /** The deputies one after the other, up to the first who is ready. */
  private static List<Agent> inTurn(Agent absent, Roster roster) {
    List<Agent> deputies = new ArrayList<>();
    Set<AgentId> passed = new HashSet<>(Set.of(absent.id()));
    Optional<Agent> next = deputyOf(absent, roster);
    while (next.isPresent() && passed.add(next.get().id())) {
      deputies.add(next.get());
      next = isReady(next.get()) ? Optional.empty() : deputyOf(next.get(), roster);
    }
    return deputies;
  }

  private static Optional<Agent> deputyOf(Agent agent, Roster roster) {
    return agent.profile().deputy().flatMap(roster::find);
  }

  private static boolean isReady(Agent agent) {
    return agent.availability() == Availability.READY;
  }
}
