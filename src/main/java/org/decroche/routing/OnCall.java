package org.decroche.routing;

import java.time.Instant;
import java.util.stream.Stream;
import org.decroche.routing.agent.Roster;
import org.decroche.routing.call.Call;
import org.decroche.routing.call.Reason;

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
    return call.door().policy().onCall().stream()
        .flatMap(
            agent ->
                roster.find(agent).stream()
                    .map(who -> new Choice(who, new Reason.OnCall(call.door().name()))));
  }
}
