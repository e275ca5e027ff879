package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.Owed;

/** Whoever owes the caller a promise or a call back. */
final class OwesThem implements Rule {
  @Override
  public String name() {
    return Reason.OwesThem.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    Optional<Owed> owed = call.owed();
    if (owed.isEmpty()) {
      return Stream.empty();
    }
    return roster
        .find(owed.get().by())
        .map(who -> new Choice(who, new Reason.OwesThem(owed.get().what(), owed.get().due())))
        .stream();
  }
}
