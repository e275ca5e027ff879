package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.LastTalk;

/** Whoever really talked with this caller last. */
final class LastTalkedWith implements Rule {
  @Override
  public String name() {
    return Reason.LastTalkedWith.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    Optional<LastTalk> talk = call.lastTalk();
    if (talk.isEmpty()) {
      return Stream.empty();
    }
    return roster
        .find(talk.get().agent())
        .map(who -> new Choice(who, new Reason.LastTalkedWith(talk.get().at())))
        .stream();
  }
}
