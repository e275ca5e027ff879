package org.decroche;

import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.store.SilentCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings cases back to their owners when the customer has let the date pass. What cannot be done
 * while the database is away is done the next time.
 *
 * @param desks told whose desks show something else now
 */
record CasesBack(SilentCases cases, Consumer<Set<AgentId>> desks, Clock clock) implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(CasesBack.class);

  @Override
  public void run() {
    try {
      desks.accept(cases.bringBack(clock.instant()));
    } catch (DatabaseUnavailable away) {
      LOG.warn("cases that wait for nobody any more wait for the database: {}", away.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.error("cases could not be brought back to their owners", unexpected);
    }
  }
}
