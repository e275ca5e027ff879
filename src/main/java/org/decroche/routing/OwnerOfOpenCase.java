package org.decroche.routing;

import java.time.Instant;
import java.util.stream.Stream;
import org.decroche.routing.agent.Agent;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.OpenCase;

/** Whoever owns the customer's open case, the one touched last. */
final class OwnerOfOpenCase implements Rule {
  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    return call.openCase().stream()
        .flatMap(open -> roster.find(open.owner()).stream().map(owner -> choice(owner, open)));
  }

  private static Choice choice(Agent owner, OpenCase open) {
    return new Choice(owner, new Reason.OwnerOfOpenCase(open.id(), open.title(), open.openedAt()));
  }
}
