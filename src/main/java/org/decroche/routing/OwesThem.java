package org.decroche.routing;

import java.time.Instant;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever owes the caller a promise or a call back. */
final class OwesThem implements Rule {
  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    return call.owed().stream()
        .flatMap(
            owed ->
                roster.find(owed.by()).stream()
                    .map(who -> new Choice(who, new Reason.OwesThem(owed.what(), owed.due()))));
  }
}
