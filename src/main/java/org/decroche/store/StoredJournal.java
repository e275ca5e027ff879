package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.decroche.engine.Journal;
import org.decroche.routing.Step;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Recalled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls' record. Steps wait in memory, in order, until the database takes them: a call never
 * waits for its own record. A database away for long costs memory up to a limit, then the newest
 * steps.
 */
public final class StoredJournal implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredJournal.class);
  private static final int MOST_WAITING = 200_000;
  private static final int BATCH = 500;
  private static final Duration GATHERING = Duration.ofMillis(100);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final Database database;
  private final Runnable told;
  private final Runnable written;
  private final LinkedBlockingQueue<Step> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicLong unwritten = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread writer;

  public StoredJournal(Database database) {
    this(database, () -> {}, () -> {});
  }

  /**
   * A record to which somebody listens.
   *
   * @param told run after steps were written that change what the record says of whole calls; must
   *     return at once
   * @param written run after any steps were written; must return at once
   */
  public StoredJournal(Database database, Runnable told, Runnable written) {
    this.database = database;
    this.told = told;
    this.written = written;
    writer = Thread.ofVirtual().name("journal").start(this::writeOn);
  }

  @Override
  public void write(Step step) {
    if (waiting.offer(step)) {
      unwritten.incrementAndGet();
    } else {
      LOG.error(
          "the record has no room for a step of call {}: the database is away too long",
          step.call().value());
    }
  }

  @Override
  public void endUnseen(Set<CallId> alive, Instant before) {
    try {
      int ended = new Calls(database).endUnseen(alive, before);
      if (ended > 0) {
        LOG.info("{} calls ended while nobody watched", ended);
      }
    } catch (DatabaseUnavailable away) {
      LOG.warn("calls that ended unwatched stay open in the record: {}", away.getMessage());
    }
  }

  @Override
  public List<Recalled> recall(Set<CallId> calls) {
    return new RecalledCalls(database).of(calls);
  }

  /** How many steps are not in the database yet. */
  public long unwritten() {
    return unwritten.get();
  }

  /** Blocks until nothing waits to be written, which it tells, or that much time is over. */
  public boolean awaitWritten(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    try {
      while (unwritten.get() > 0 && System.nanoTime() < until) {
        Thread.sleep(GATHERING);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return unwritten.get() == 0;
  }

  /** Writes what is left, for two seconds at most. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!writer.join(Duration.ofSeconds(2))) {
        writer.interrupt();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    if (unwritten.get() > 0) {
      LOG.error(
          "{} steps of calls were not recorded: the database does not answer", unwritten.get());
    }
  }

  private void writeOn() {
    try {
      List<Step> batch = new ArrayList<>(BATCH);
      while (closing.getCount() > 0 || !waiting.isEmpty()) {
        // Looks up now and then, to see whether it is time to close.
        Step first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          // A call's steps come close together: gathered, they cost one transaction instead of
          // five, and none of it while the caller waits for a phone to ring.
          closing.await(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          writeUntilDone(batch);
          unwritten.addAndGet(-batch.size());
          batch.clear();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilDone(List<Step> batch) throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        write(batch);
        return;
      } catch (DatabaseUnavailable unavailable) {
        LOG.warn(
            "{} steps of calls wait to be recorded: {}", unwritten.get(), unavailable.getMessage());
        if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          // Closing: try on without pause; close() says when it is enough.
          TimeUnit.MILLISECONDS.sleep(FIRST_PAUSE.toMillis());
        }
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
    throw new InterruptedException();
  }

  /** A step the database refuses for good must not keep the others from being written. */
  private void write(List<Step> batch) {
    try {
      all(batch);
      if (batch.stream().anyMatch(JournalLines::tells)) {
        told.run();
      }
      written.run();
    } catch (DatabaseUnavailable unavailable) {
      throw unavailable;
    } catch (RuntimeException refused) {
      if (batch.size() == 1) {
        LOG.error("a step of call {} cannot be recorded", batch.getFirst().call().value(), refused);
        return;
      }
      batch.forEach(step -> write(List.of(step)));
    }
  }

  private void all(List<Step> batch) {
    database.write(
        handle -> {
          JournalLines.write(handle, batch);
          return batch.size();
        });
  }
}
