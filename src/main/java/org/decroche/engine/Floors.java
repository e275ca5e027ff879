package org.decroche.engine;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.decroche.routing.Event;
import org.decroche.routing.Floor;

/**
 * Brings the store's doors, teams and agents to the core, at the start and after every change of
 * them.
 */
public final class Floors {
  private final FloorSource source;
  private final Events events;
  private final ExecutorService blocking;
  private final InstantSource clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private volatile Floor current = new Floor(List.of(), List.of());

  public Floors(FloorSource source, Events events, ExecutorService blocking, InstantSource clock) {
    this.source = source;
    this.events = events;
    this.blocking = blocking;
    this.clock = clock;
  }

  /** Blocks until the store has answered and the core has been told. */
  public void load() {
    oneAtATime.lock(); // or an older picture might overtake a newer one
    try {
      Floor floor = source.load();
      current = floor;
      events.happened(new Event.FloorChanged(clock.instant(), floor));
    } finally {
      oneAtATime.unlock();
    }
  }

  /** Returns at once. */
  public void reload() {
    blocking.execute(this::load);
  }

  /** The last picture, for reading numbers by; never blocks. */
  public Floor current() {
    return current;
  }
}
