package org.decroche.web.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.decroche.engine.Absences;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agents choose, and what is chosen for them: stored, told to the engine and shown on their
 * desks, one choice of an agent after the other, so that the three never differ.
 */
public final class Availabilities implements Absences {
  private static final Logger LOG = LoggerFactory.getLogger(Availabilities.class);

  private final Agents agents;
  private final Events events;
  private final OpenDesks desks;
  private final Clock clock;
  private final Map<AgentId, ReentrantLock> turns = new ConcurrentHashMap<>();

  public Availabilities(Agents agents, Events events, OpenDesks desks, Clock clock) {
    this.agents = agents;
    this.events = events;
    this.desks = desks;
    this.clock = clock;
  }

  /**
   * The agent's own choice. Blocks.
   *
   * @throws DatabaseUnavailable when it cannot be kept; nothing has changed then
   */
  public Outcome<AgentAccount> choose(AgentId agent, Availability chosen, @Nullable String reason) {
    Instant now = clock.instant();
    return inTurn(agent, () -> agents.choose(agent, chosen, reason, now));
  }

  @Override
  public void makeAway(AgentId agent, AwayBecause because) {
    Instant now = clock.instant();
    try {
      inTurn(agent, () -> agents.makeAway(agent, because, now));
    } catch (DatabaseUnavailable unavailable) {
      // The core goes by it all the same; the desk shows it when they choose again.
      LOG.warn("agent {} is away ({}), and could not be written down", agent.value(), because);
    }
  }

  private Outcome<AgentAccount> inTurn(AgentId agent, Supplier<Outcome<AgentAccount>> change) {
    ReentrantLock turn = turns.computeIfAbsent(agent, id -> new ReentrantLock());
    turn.lock();
    try {
      Outcome<AgentAccount> outcome = change.get();
      if (outcome instanceof Outcome.Done<AgentAccount>(AgentAccount stands)) {
        events.happened(
            new Event.AvailabilityChosen(clock.instant(), agent, stands.availability()));
        desks.showAvailability(stands);
      }
      return outcome;
    } finally {
      turn.unlock();
    }
  }
}
