package org.decroche.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who saw what of whom. Written behind the calls' backs, as the record is: nobody waits for it, and
 * a database that is away costs memory. What finds no room is counted, and the count is logged: it
 * is never lost in silence.
 */
public final class AccessLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final int MOST_WAITING = 100_000;
  private static final int BATCH = 500;
  private static final Duration GATHERING = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Database database;
  private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final AtomicLong unwritten = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread writer;

  public AccessLog(Database database) {
    this.database = database;
    writer = Thread.ofVirtual().name("access-log").start(this::writeOn);
  }

  /** What was done. */
  public enum Act {
    /** A caller's card was shown. */
    RECOGNISED,
    /** Somebody made sure who is on the line. */
    IDENTIFIED,
    SEARCHED,
    /** They stood on a list of what others have to do. */
    LISTED,
    OPENED_CUSTOMER,
    OPENED_CASE,
    /** The record of a call of others, with its number. */
    OPENED_CALL,
    /** Was given work with them, or gave somebody some: whoever has it sees the whole of them. */
    TOOK_ON,
    /** Began to call them. */
    CALLED,
    /** All that is known of somebody was taken out. */
    EXPORTED,
    /** This log itself. */
    READ_LOG
  }

  /**
   * One line.
   *
   * @param customers whose data was shown
   * @param matter the one case that was opened, if it was one
   * @param reason by what right, as one word
   * @param words what they gave as their reason, where they had no other right
   */
  public record Entry(
      Instant at,
      AgentId agent,
      Act act,
      List<Long> customers,
      Optional<Long> matter,
      Optional<CallId> call,
      String reason,
      @Nullable String words) {
    public Entry {
      customers = List.copyOf(customers);
    }

    /** Of one customer, and no case or call in particular. */
    public static Entry of(
        Instant at, AgentId agent, Act act, List<Long> customers, String reason) {
      return new Entry(at, agent, act, customers, Optional.empty(), Optional.empty(), reason, null);
    }
  }

  /** Takes it in and returns at once, from any thread. */
  public void note(Entry entry) {
    if (waiting.offer(entry)) {
      unwritten.incrementAndGet();
    } else if (lost.incrementAndGet() == 1) {
      LOG.error("the access log has no room: the database is away too long");
    }
  }

  /** Blocks until all that was noted is in the database, or that much time is over. */
  public boolean awaitWritten(Duration atMost) {
    long until = System.nanoTime() + atMost.toNanos();
    try {
      while (unwritten.get() > 0 && System.nanoTime() < until) {
        Thread.sleep(GATHERING.dividedBy(4));
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
      LOG.error("{} lines of the access log were not written", unwritten.get());
    }
  }

  private void writeOn() {
    List<Entry> batch = new ArrayList<>(BATCH);
    try {
      while (closing.getCount() > 0 || !waiting.isEmpty() || !batch.isEmpty()) {
        gather(batch);
        if (batch.isEmpty()) {
          continue;
        }
        if (written(batch)) {
          unwritten.addAndGet(-batch.size());
          batch.clear();
        } else {
          closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void gather(List<Entry> batch) throws InterruptedException {
    if (batch.isEmpty()) {
      Entry first = waiting.poll(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        closing.await(GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
      }
    }
  }

  /** Tells whether it is done, or cannot ever be. */
  private boolean written(List<Entry> batch) {
    try {
      int unused = database.write(handle -> insert(handle, batch));
      long gone = lost.getAndSet(0);
      if (gone > 0) {
        LOG.error("{} lines of the access log found no room and are lost", gone);
      }
      return true;
    } catch (DatabaseUnavailable away) {
      LOG.warn("{} lines of the access log wait: {}", unwritten.get(), away.getMessage());
      return false;
    } catch (RuntimeException refused) {
      LOG.error("{} lines of the access log cannot be written", batch.size(), refused);
      return true;
    }
  }

  private static int insert(Handle handle, List<Entry> batch) {
    PreparedBatch rows =
        handle.prepareBatch(
            """
            insert into access_log (at, agent_id, act, customer_ids, case_id, call_id, reason, words)
            values (:at, :agent, :act, :customers::bigint[], :case, :call, :reason, :words)
            """);
    for (Entry entry : batch) {
      rows.bind("at", entry.at())
          .bind("agent", entry.agent().value())
          .bind("act", Words.spelt(entry.act()))
          .bindArray("customers", Long.class, entry.customers())
          .bind("case", entry.matter().orElse(null))
          .bind("call", entry.call().map(CallId::value).orElse(null))
          .bind("reason", entry.reason())
          .bind("words", Words.orNull(entry.words()))
          .add();
    }
    return rows.execute().length;
  }
}
