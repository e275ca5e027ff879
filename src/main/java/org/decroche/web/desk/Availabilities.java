package org.decroche.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.decroche.store.ChosenForOthers;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agents choose, and what is chosen for them: stored, told to the engine and shown on their
 * desks, one choice of an agent after the other, so that the three never differ.
 */
public final class Availabilities implements Absences, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Availabilities.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Agents agents;
  private final ChosenForOthers others;
  private final Events events;
  private final OpenDesks desks;
  private final Clock clock;
  private final Map<AgentId, Turn> turns = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** One of an agent's at a time; {@code taken} counts what was stored, under the lock. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger taken = new AtomicInteger();
  }

  public Availabilities(
      Agents agents, ChosenForOthers others, Events events, OpenDesks desks, Clock clock) {
    this.agents = agents;
    this.others = others;
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

  /**
   * The same by somebody who looks after them, which stays on record. Blocks.
   *
   * @throws DatabaseUnavailable when it cannot be kept; nothing has changed then
   */
  public Outcome<AgentAccount> chooseFor(
      AgentId by, AgentId agent, Availability chosen, @Nullable String reason) {
    Instant now = clock.instant();
    return inTurn(agent, () -> others.choose(by, agent, chosen, reason, now));
  }

  /**
   * Tries again while the store is away, as the calls' record does, unless something else is chosen
   * for them meanwhile. The core goes by it all the time.
   */
  @Override
  public void makeAway(AgentId agent, AwayBecause because) {
    Instant now = clock.instant();
    Turn turn = turn(agent);
    int before = turn.taken.get();
    Duration pause = FIRST_PAUSE;
    while (turn.taken.get() == before) {
      try {
        inTurn(agent, () -> makeAway(agent, because, now, turn.taken.get() == before));
        return;
      } catch (DatabaseUnavailable unavailable) {
        LOG.warn("agent {} is away ({}), and that waits to be written", agent.value(), because);
      }
      if (isClosedWithin(pause)) {
        LOG.error("agent {} is away ({}), and that was not written", agent.value(), because);
        return;
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private Outcome<AgentAccount> makeAway(
      AgentId agent, AwayBecause because, Instant since, boolean stillSo) {
    return stillSo ? agents.makeAway(agent, because, since) : new Outcome.NotFound<>("id");
  }

  /** Waits for nothing to be written any more. */
  @Override
  public void close() {
    closing.countDown();
  }

  private boolean isClosedWithin(Duration pause) {
    try {
      return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Turn turn(AgentId agent) {
    return turns.computeIfAbsent(agent, id -> new Turn());
  }

  private Outcome<AgentAccount> inTurn(AgentId agent, Supplier<Outcome<AgentAccount>> change) {
    Turn turn = turn(agent);
    turn.lock.lock();
    try {
      Outcome<AgentAccount> outcome = change.get();
      if (outcome instanceof Outcome.Done<AgentAccount>(AgentAccount stands)) {
        int unused = turn.taken.incrementAndGet();
        events.happened(
            new Event.AvailabilityChosen(clock.instant(), agent, stands.availability()));
        desks.showAvailability(stands);
      }
      return outcome;
    } finally {
      turn.lock.unlock();
    }
  }
}
