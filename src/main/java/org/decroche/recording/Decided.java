package org.decroche.recording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.decroche.routing.Effect;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;

/**
 * One decision about a call.
 *
 * @param agent whose phone was to ring; empty for nobody's
 * @param rule by which; {@code waiting} for nobody
 */
public record Decided(CallId call, Optional<AgentId> agent, String rule) {
  private static final String WAITING = "waiting";

  /** Those that one event led to, in their order. */
  public static List<Decided> of(List<Effect> effects) {
    return effects.stream().flatMap(Decided::of).toList();
  }

  private static Stream<Decided> of(Effect effect) {
    if (!(effect instanceof Effect.Journal journal)) {
      return Stream.empty();
    }
    if (journal.step() instanceof Step.Offered step) {
      return Stream.of(new Decided(step.call(), Optional.of(step.agent()), step.reason().rule()));
    }
    return journal.step() instanceof Step.Waiting step
        ? Stream.of(new Decided(step.call(), Optional.empty(), WAITING))
        : Stream.empty();
  }
}
