package org.decroche;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.decroche.asterisk.TestCallId;
import org.decroche.asterisk.ami.Ami;
import org.decroche.engine.Floors;
import org.decroche.engine.TelephonyHealth;
import org.decroche.routing.door.FrontDoor;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.HouseSettings;
import org.decroche.store.StoredTestCalls;
import org.decroche.store.StoredTestCalls.Made;
import org.decroche.store.StoredTestCalls.Wanted;
import org.decroche.web.api.Telephone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls each front door now and then, as the public does, to know before a caller does that nobody
 * gets through. One at a time for a front door.
 */
final class TestCalls implements Runnable, Telephone {
  private static final Logger LOG = LoggerFactory.getLogger(TestCalls.class);

  private final Ami ami;
  private final boolean trunk;
  private final Floors floors;
  private final HouseSettings house;
  private final StoredTestCalls record;
  private final Runnable told;
  private final ExecutorService blocking;
  private final Clock clock;
  private final TestCallId ids;
  private final Map<FrontDoorId, Instant> begun = new ConcurrentHashMap<>();
  private final Set<FrontDoorId> under = ConcurrentHashMap.newKeySet();
  private final Instant start;
  private volatile int everySeconds;

  /**
   * None is made yet; the first comes when the time between two has passed.
   *
   * @param trunk whether a provider's server is set
   * @param told run when something is known that was not; must return at once
   */
  TestCalls(
      Ami ami,
      boolean trunk,
      Floors floors,
      HouseSettings house,
      StoredTestCalls record,
      Runnable told,
      ExecutorService blocking,
      Clock clock) {
    this.ami = ami;
    this.trunk = trunk;
    this.floors = floors;
    this.house = house;
    this.record = record;
    this.told = told;
    this.blocking = blocking;
    this.clock = clock;
    this.start = clock.instant();
    this.ids = new TestCallId(clock.millis());
  }

  /** Makes those that are due. */
  @Override
  public void run() {
    int every = everySeconds();
    if (every == 0) {
      return;
    }
    Instant now = clock.instant();
    Set<FrontDoorId> there = new HashSet<>();
    for (FrontDoor door : floors.current().doors()) {
      there.add(door.id());
      Instant last = begun.getOrDefault(door.id(), start);
      if (!last.plusSeconds(every).isAfter(now)) {
        blocking.execute(() -> due(door));
      }
    }
    begun.keySet().retainAll(there);
  }

  /** Nobody waits for this one: whatever it comes to, the next is made when it is due. */
  private void due(FrontDoor door) {
    try {
      Made unused = test(door, Wanted.BY_ITSELF);
    } catch (Underway goesOn) {
      LOG.debug("a test call to front door {} goes on still", door.id().value());
    } catch (RuntimeException failure) {
      LOG.warn("a test call to front door {} could not be made", door.id().value(), failure);
    }
  }

  @Override
  public Made test(FrontDoor door) {
    return test(door, Wanted.BY_HAND);
  }

  private Made test(FrontDoor door, Wanted wanted) {
    if (!under.add(door.id())) {
      throw new Underway();
    }
    try {
      Instant at = clock.instant();
      begun.put(door.id(), at);
      boolean passed = ami.callOurselves(ids.next(), door.number()).join();
      Made made = new Made(at, passed, Duration.between(at, clock.instant()));
      if (!passed) {
        LOG.warn("a test call to front door {} did not get through", door.id().value());
      }
      note(door, made, wanted);
      return made;
    } finally {
      under.remove(door.id());
    }
  }

  @Override
  public TelephonyHealth health() {
    return ami.health(trunk);
  }

  private void note(FrontDoor door, Made made, Wanted wanted) {
    try {
      record.note(door.id(), made, wanted);
      told.run();
    } catch (DatabaseUnavailable away) {
      LOG.warn("a test call is not on record: {}", away.getMessage());
    }
  }

  /** As it was last read, while the database is away. */
  private int everySeconds() {
    try {
      everySeconds = house.testCallSeconds();
    } catch (DatabaseUnavailable away) {
      LOG.debug("test calls go on as they were: {}", away.getMessage());
    }
    return everySeconds;
  }
}
