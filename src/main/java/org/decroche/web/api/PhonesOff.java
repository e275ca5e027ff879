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
   * @return whether the registration is gone, once that is known; false, never a failure, when it
   *     could not be ended
   */
  CompletableFuture<Boolean> signOff(AgentId agent);
}
