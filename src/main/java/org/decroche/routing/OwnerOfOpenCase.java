package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.OpenCase;

/** Whoever owns the customer's open case: the one with the promise due first, or touched last. */
final class OwnerOfOpenCase implements Rule {
  @Override
  public String name() {
    return Reason.OwnerOfOpenCase.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    Optional<OpenCase> open = call.openCase();
    if (open.isEmpty()) {
      return Stream.empty(); // most callers; every decision passes here
    }
    return roster.find(open.get().owner()).map(owner -> choice(owner, open.get())).stream();
  }

  private static Choice choice(Agent owner, OpenCase open) {
    return new Choice(owner, new Reason.OwnerOfOpenCase(open.id(), open.title(), open.openedAt()));
  }
}
