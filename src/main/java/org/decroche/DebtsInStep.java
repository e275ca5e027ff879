package org.decroche;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.Debts;
import org.decroche.store.WeighedCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the callback debts in step with the record of calls, and the desks with the debts. What
 * cannot be done while the database is away is done the next time.
 */
final class DebtsInStep {
  private static final Logger LOG = LoggerFactory.getLogger(DebtsInStep.class);

  private final WeighedCalls calls;
  private final Debts debts;
  private final Consumer<Set<AgentId>> desks;
  private final ExecutorService blocking;
  private final Clock clock;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private Instant lateUntil;

  /**
   * Nothing is weighed yet.
   *
   * @param desks told whose desks show something else now
   */
  DebtsInStep(
      WeighedCalls calls,
      Debts debts,
      Consumer<Set<AgentId>> desks,
      ExecutorService blocking,
      Clock clock) {
    this.calls = calls;
    this.debts = debts;
    this.desks = desks;
    this.blocking = blocking;
    this.clock = clock;
    this.lateUntil = clock.instant();
  }

  /** The record has changed, or time has passed. Returns at once. */
  void soon() {
    if (!wanted.getAndSet(true)) {
      blocking.execute(this::step);
    }
  }

  private void step() {
    oneAtATime.lock();
    try {
      wanted.set(false); // what is told from here on may be seen already, or is looked for again
      Instant now = clock.instant();
      Set<AgentId> told = new HashSet<>(calls.weigh(now));
      told.addAll(debts.becameLate(lateUntil, now));
      lateUntil = now;
      desks.accept(told);
    } catch (DatabaseUnavailable away) {
      LOG.warn("callback debts wait for the database: {}", away.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.error("callback debts could not be brought up to date", unexpected);
    } finally {
      oneAtATime.unlock();
    }
  }
}
