package org.decroche.engine;

import java.util.concurrent.CompletableFuture;
import org.decroche.routing.Event;
import org.decroche.routing.Verdict;

/** Where agents ask for something that the core grants or refuses at once. */
public interface Requests {
  /**
   * Returns at once.
   *
   * @param event one that the core answers ({@code Effect.Reply}); with another the future fails
   */
  CompletableFuture<Verdict> request(Event event);
}
