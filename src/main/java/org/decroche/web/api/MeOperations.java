package org.decroche.web.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** What people say of themselves. */
final class MeOperations implements Operations {
  private final Agents agents;
  private final Events events;
  private final OpenDesks desks;
  private final Clock clock;
  private final Map<AgentId, ReentrantLock> turns = new ConcurrentHashMap<>();

  MeOperations(Agents agents, Events events, OpenDesks desks, Clock clock) {
    this.agents = agents;
    this.events = events;
    this.desks = desks;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readMe", asked -> Reply.ok(Shapes.me(asked.who())), "chooseAvailability", this::choose);
  }

  private Reply choose(Asked asked) {
    Availability chosen = Words.read(Availability.class, asked.body().getString("availability"));
    String reason = asked.optional("reason");
    if (reason != null && chosen != Availability.AWAY) {
      throw Refusal.wrong("reason", "A reason is for being away only.");
    }
    // In turn: what is stored, what the engine goes by and what two tabs show must not differ.
    ReentrantLock turn = turns.computeIfAbsent(asked.who().id(), id -> new ReentrantLock());
    turn.lock();
    try {
      return Reply.ok(Shapes.me(choose(asked.who().id(), chosen, reason)));
    } finally {
      turn.unlock();
    }
  }

  private AgentAccount choose(AgentId agent, Availability chosen, @Nullable String reason) {
    Instant now = clock.instant();
    AgentAccount stands = Stored.value(agents.choose(agent, chosen, reason, now));
    events.happened(new Event.AvailabilityChosen(now, agent, chosen));
    desks.showAvailability(agent, stands.availability(), stands.awayReason());
    return stands;
  }
}
