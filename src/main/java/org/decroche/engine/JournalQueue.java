package org.decroche.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.decroche.routing.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the steps of calls until the store has them, in their order: calls go on while the database
 * is away, and are written down when it is back.
 *
 * <p>Bounded: a step is about 200 bytes, so the longest queue is some 20 MB; an hour of ten calls a
 * second.
 */
public final class JournalQueue implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalQueue.class);
  private static final int MOST = 100_000;
  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

  private final BlockingQueue<Step> queue = new LinkedBlockingQueue<>(MOST);
  private final StepStore store;
  private final Thread writer;
  private volatile boolean closing;
  private boolean full;

  public JournalQueue(StepStore store) {
    this.store = store;
    this.writer = Thread.ofVirtual().name("journal").unstarted(this::run);
  }

  public void start() {
    writer.start();
  }

  @Override
  public void write(Step step) {
    boolean fits = queue.offer(step);
    if (fits == full) { // said once when it begins and once when it is over
      full = !fits;
      LOG.error(
          full
              ? "the journal is full: the database has been away for too long, steps are lost from now on"
              : "the journal takes steps again");
    }
  }

  /** Writes what is left, for a few seconds at most. */
  @Override
  public void close() {
    closing = true;
    writer.interrupt();
    try {
      writer.join(LAST_CHANCE);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    if (!queue.isEmpty()) {
      LOG.error("{} steps of calls could not be written", queue.size());
    }
  }

  private void run() {
    List<Step> batch = new ArrayList<>(BATCH);
    while (!closing || !queue.isEmpty() || !batch.isEmpty()) {
      try {
        if (batch.isEmpty()) {
          fill(batch);
        }
        if (!batch.isEmpty()) {
          store.append(batch);
          batch.clear();
        }
      } catch (InterruptedException asked) {
        // closing: the loop's own condition says what is left to do
      } catch (RuntimeException away) {
        LOG.warn(
            "{} steps wait for the database: {}", batch.size() + queue.size(), away.getMessage());
        if (closing) {
          return;
        }
        pause();
      }
    }
  }

  private void fill(List<Step> batch) throws InterruptedException {
    Step first = closing ? queue.poll() : queue.poll(1, TimeUnit.SECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, BATCH - 1);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException asked) {
      // closing: try once more at once
    }
  }
}
