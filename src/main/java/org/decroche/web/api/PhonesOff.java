package org.decroche.web.api;

import java.util.concurrent.CompletableFuture;
import org.decroche.routing.agent.AgentId;

/**
 * Takes somebody's phone off Asterisk: they are disabled, or their phone has a new password (issue
 * 5). A conversation goes on to its end.
 */
@FunctionalInterface
public interface PhonesOff {
  /**
   * Returns at once.
   *
   * @return done when the registration is gone, or could not be ended; never a failure
   */
  CompletableFuture<Void> signOff(AgentId agent);
}
