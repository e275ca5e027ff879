package org.decroche.web.api;

import java.time.Clock;
import java.util.Map;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Availability;
import org.decroche.web.desk.Availabilities;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** What people say of themselves. */
final class MeOperations implements Operations {
  private final Availabilities availabilities;
  private final Events events;
  private final Clock clock;

  MeOperations(Availabilities availabilities, Events events, Clock clock) {
    this.availabilities = availabilities;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readMe", asked -> Reply.ok(Shapes.me(asked.who())),
        "chooseAvailability", this::choose,
        "endWrapUp", this::endWrapUp);
  }

  private Reply choose(Asked asked) {
    Availability chosen = Words.read(Availability.class, asked.body().getString("availability"));
    return Reply.ok(
        Shapes.me(
            Stored.value(availabilities.choose(asked.who().id(), chosen, reason(asked, chosen)))));
  }

  static @Nullable String reason(Asked asked, Availability chosen) {
    String reason = asked.optional("reason");
    if (reason != null && chosen != Availability.AWAY) {
      throw Refusal.wrong("reason", "A reason is for being away only.");
    }
    return reason;
  }

  private Reply endWrapUp(Asked asked) {
    events.happened(new Event.WrapUpEnded(clock.instant(), asked.who().id()));
    return Reply.done();
  }
}
