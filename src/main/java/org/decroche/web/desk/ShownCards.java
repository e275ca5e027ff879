package org.decroche.web.desk;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.Pop;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.store.AccessLog;

/** Whose names a card showed to whom, as lines of the access log. */
public final class ShownCards {
  private ShownCards() {}

  /** A card that names nobody is no look at anybody. */
  public static BiConsumer<AgentId, Pop> noted(AccessLog log, InstantSource clock) {
    return (agent, pop) -> {
      if (!pop.recognition().customers().isEmpty()) {
        log.note(
            new AccessLog.Entry(
                clock.instant(),
                agent,
                AccessLog.Act.RECOGNISED,
                pop.recognition().customers().stream().map(KnownCustomer::id).toList(),
                Optional.empty(),
                Optional.of(pop.call()),
                "call",
                null));
      }
    };
  }
}
