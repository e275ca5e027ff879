package org.decroche.web.api;

import java.time.Clock;
import java.util.Map;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.web.desk.Availabilities;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody who looks after the others may do for them. Listening in is not among it, by design
 * (issue 5).
 */
final class SupervisingOperations implements Operations {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisingOperations.class);

  private final Availabilities availabilities;
  private final OpenDesks desks;
  private final Events events;
  private final Clock clock;

  SupervisingOperations(
      Availabilities availabilities, OpenDesks desks, Events events, Clock clock) {
    this.availabilities = availabilities;
    this.desks = desks;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("changeAvailability", this::change, "withdrawOffer", this::withdraw);
  }

  private Reply change(Asked asked) {
    AgentId whose = new AgentId(asked.id());
    Availability chosen = Words.read(Availability.class, asked.body().getString("availability"));
    var stands =
        Stored.value(
            availabilities.chooseFor(
                asked.who().id(), whose, chosen, MeOperations.reason(asked, chosen)));
    LOG.info(
        "agent {} is {} by agent {}", whose.value(), Words.word(chosen), asked.who().id().value());
    return Reply.ok(Shapes.agent(stands));
  }

  /** The offer is named, so that a press that comes late never takes away the next one. */
  private Reply withdraw(Asked asked) {
    CallId call = new CallId(asked.text("id"));
    OfferId offer = new OfferId(Long.parseLong(asked.line("offer")));
    if (!desks.isRinging(call, offer)) {
      throw Refusal.notFound("This call does not ring at that phone, or no longer.");
    }
    LOG.info("call {} is taken on by agent {}", call.value(), asked.who().id().value());
    events.happened(new Event.OfferWithdrawn(clock.instant(), call, offer, asked.who().id()));
    return Reply.done();
  }
}
