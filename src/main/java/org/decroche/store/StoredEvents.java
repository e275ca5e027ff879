package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.decroche.engine.Recorder;
import org.decroche.recording.Decided;
import org.decroche.recording.EventJson;
import org.decroche.recording.Recorded;
import org.decroche.recording.Run;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run's events, written behind the calls' backs as their record is. What finds no room while
 * the database is away leaves a gap in the numbers: a run is played back up to it, never past it.
 */
public final class StoredEvents implements Recorder, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoredEvents.class);
  private static final int MOST_WAITING = 100_000;
  private static final int BATCH = 500;
  private static final Duration GATHERING = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SEEN_EVERY = Duration.ofSeconds(10);
  private static final Duration CLEANED_EVERY = Duration.ofHours(1);

  private final Database database;
  private final Run run;
  private final Period kept;
  private final InstantSource clock;
  private final EventJson json = new EventJson();
  private final LinkedBlockingQueue<Recorded> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread writer;
  private long seq; // of the one thread that tells
  private boolean full;
  private volatile long written;
  private long runId; // the writer's, as are these
  private Instant seenAt = Instant.MIN;
  private Instant cleanedAt = Instant.MIN;

  /**
   * Begins a run.
   *
   * @param kept how long events are kept
   */
  public StoredEvents(Database database, Run run, Period kept, InstantSource clock) {
    this.database = database;
    this.run = run;
    this.kept = kept;
    this.clock = clock;
    writer = Thread.ofVirtual().name("events").start(this::writeOn);
  }

  @Override
  public void took(Event event, List<Effect> effects) {
    seq++;
    boolean room = waiting.offer(new Recorded(seq, event, Decided.of(effects)));
    if (!room && !full) {
      LOG.error("events are not kept for playing back: the database is away too long");
    }
    full = !room;
  }

  /** Blocks until this many events of the run are kept, or that much time is over. */
  public boolean awaitWritten(long events, Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (written < events && System.nanoTime() < until) {
      Thread.sleep(GATHERING);
    }
    return written >= events;
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
  }

  private void writeOn() {
    List<Recorded> batch = new ArrayList<>(BATCH);
    try {
      while (closing.getCount() > 0 || !waiting.isEmpty() || !batch.isEmpty()) {
        gather(batch);
        if (attempt(() -> writeAll(batch))) {
          batch.clear();
        } else {
          closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
      attempt(() -> database.write(this::seen));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void gather(List<Recorded> batch) throws InterruptedException {
    if (batch.isEmpty()) {
      Recorded first = waiting.poll(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        closing.await(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
      }
    }
  }

  /** Tells whether it is done, or cannot ever be. */
  private boolean attempt(Runnable work) {
    try {
      work.run();
      return true;
    } catch (DatabaseUnavailable away) {
      return false; // the record of calls says so already
    } catch (RuntimeException refused) {
      LOG.error("events cannot be kept for playing back", refused);
      return true;
    }
  }

  private void writeAll(List<Recorded> batch) {
    Instant now = clock.instant();
    boolean due = !now.isBefore(seenAt.plus(SEEN_EVERY)) || runId == 0;
    if (batch.isEmpty() && !due) {
      return;
    }
    database.write(
        handle -> {
          if (runId == 0) {
            runId = begin(handle);
          }
          insert(handle, batch);
          return seen(handle);
        });
    if (!batch.isEmpty()) {
      written = batch.getLast().seq();
    }
    seenAt = now;
    if (!now.isBefore(cleanedAt.plus(CLEANED_EVERY))) {
      cleanedAt = now;
      clean(now.atOffset(ZoneOffset.UTC).minus(kept).toInstant());
    }
  }

  private long begin(Handle handle) {
    return handle
        .createQuery(
            """
            insert into event_runs (started_at, seen_at, first_offer, limits)
            values (:at, :at, :offer, :limits::jsonb) returning id
            """)
        .bind("at", run.startedAt())
        .bind("offer", run.firstOffer())
        .bind("limits", json.write(run.limits()))
        .mapTo(Long.class)
        .one();
  }

  private void insert(Handle handle, List<Recorded> batch) {
    if (batch.isEmpty()) {
      return;
    }
    PreparedBatch rows =
        handle.prepareBatch(
            """
            insert into events (run_id, seq, at, body, decisions)
            values (:run, :seq, :at, :body::jsonb, :decisions::jsonb) on conflict do nothing
            """);
    for (Recorded one : batch) {
      rows.bind("run", runId)
          .bind("seq", one.seq())
          .bind("at", one.event().at())
          .bind("body", json.write(one.event()))
          .bind("decisions", json.writeDecisions(one))
          .add();
    }
    rows.execute();
  }

  private int seen(Handle handle) {
    return handle
        .createUpdate("update event_runs set seen_at = greatest(seen_at, :now) where id = :run")
        .bind("now", clock.instant())
        .bind("run", runId)
        .execute();
  }

  private void clean(Instant before) {
    database.write(
        handle -> {
          int gone =
              handle
                  .createUpdate("delete from events where at < :before")
                  .bind("before", before)
                  .execute();
          return gone
              + handle
                  .createUpdate("delete from event_runs where seen_at < :before and id <> :run")
                  .bind("before", before)
                  .bind("run", runId)
                  .execute();
        });
  }
}
