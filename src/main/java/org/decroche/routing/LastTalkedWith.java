package org.decroche.routing;

import java.time.Instant;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

/** Whoever really talked with this caller last. */
final class LastTalkedWith implements Rule {
  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    return call.lastTalk().stream()
        .flatMap(
            talk ->
                roster.find(talk.agent()).stream()
                    .map(who -> new Choice(who, new Reason.LastTalkedWith(talk.at()))));
  }
}
