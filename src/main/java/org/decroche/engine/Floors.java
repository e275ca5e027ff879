package org.decroche.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the store's doors, teams and agents to the core, at the start and after every change of
 * them.
 */
public final class Floors {
  private static final Logger LOG = LoggerFactory.getLogger(Floors.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final FloorSource source;
  private final Events events;
  private final ExecutorService blocking;
  private final InstantSource clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final AtomicLong wanted = new AtomicLong();

  /** The last of the wishes that the picture we have is newer than. */
  private volatile long served;

  private volatile boolean loaded;
  private volatile Floor current = new Floor(List.of(), List.of());

  public Floors(FloorSource source, Events events, ExecutorService blocking, InstantSource clock) {
    this.source = source;
    this.events = events;
    this.blocking = blocking;
    this.clock = clock;
  }

  /**
   * Blocks until the store has answered and the core has been told. What the store throws is passed
   * on; the core then keeps the picture it has.
   */
  public void load() {
    oneAtATime.lock(); // or an older picture might overtake a newer one
    try {
      long asOf = wanted.get();
      Floor floor = source.load();
      current = floor;
      loaded = true;
      served = asOf;
      events.happened(new Event.FloorChanged(clock.instant(), floor));
    } finally {
      oneAtATime.unlock();
    }
  }

  /**
   * Blocks until the core has been told, so that what is saved holds for the next caller. A store
   * that does not answer is asked again, without anybody waiting for it, until it does: a change
   * that was saved must reach the core.
   */
  public void reload() {
    long wish = wanted.incrementAndGet();
    try {
      load();
    } catch (RuntimeException away) {
      LOG.warn("the change of the floor waits for the store: {}", away.toString());
      blocking.execute(() -> loadFor(wish));
    }
  }

  private void loadFor(long wish) {
    Duration pause = FIRST_PAUSE;
    while (served < wish) { // a later wish's picture serves this one too
      try {
        load();
      } catch (RuntimeException away) {
        LOG.warn("the change of the floor waits for the store: {}", away.toString());
        try {
          Thread.sleep(pause);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    }
  }

  /** Whether the store has answered at least once. */
  public boolean loaded() {
    return loaded;
  }

  /** The last picture, for reading numbers by; never blocks. */
  public Floor current() {
    return current;
  }
}
