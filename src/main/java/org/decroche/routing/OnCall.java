package org.decroche.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;
import org.decroche.routing.door.FrontDoor;

/**
 * The person on call. Being on call is their choice for that time: their phone rings whether they
 * chose ready, away or off.
 */
final class OnCall implements Rule {
  @Override
  public String name() {
    return Reason.OnCall.RULE;
  }

  @Override
  public Stream<Choice> names(Call call, Roster roster, Instant now) {
    return call.door().policy().onCallAt(now).flatMap(roster::find).stream()
        .map(who -> new Choice(who, new Reason.OnCall(call.door().name(), Optional.empty())));
  }

  /** Until when, is looked for only when they are rung: it may be weeks ahead. */
  @Override
  public Optional<Choice> first(Call call, Roster roster, Instant now, Predicate<Choice> takes) {
    FrontDoor door = call.door();
    return names(call, roster, now)
        .filter(takes)
        .findFirst()
        .map(
            choice ->
                new Choice(
                    choice.agent(),
                    new Reason.OnCall(door.name(), door.policy().onCallUntil(now))));
  }
}
