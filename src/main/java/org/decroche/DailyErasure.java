package org.decroche;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, once a day, what is past its time. Says how much, never of whom. */
final class DailyErasure {
  private static final Logger LOG = LoggerFactory.getLogger(DailyErasure.class);

  private final Retention retention;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  DailyErasure(Retention retention, Clock clock) {
    this.retention = retention;
    this.clock = clock;
  }

  /** Blocks while it works, for minutes perhaps; a second one at the same time does nothing. */
  void ifDue() {
    if (!oneAtATime.tryLock()) {
      return;
    }
    try {
      Optional<Map<String, Long>> removed = retention.runIfDue(clock.instant());
      removed.ifPresent(counts -> LOG.info("the daily run removed {}", counts));
    } catch (DatabaseUnavailable away) {
      LOG.warn("what is past its time waits for the database: {}", away.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.error("what is past its time could not be removed", unexpected);
    } finally {
      oneAtATime.unlock();
    }
  }
}
