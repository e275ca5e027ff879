package org.decroche.routing.door;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;

/**
 * What a front door's administrator decided.
 *
 * @param patience how long a caller may wait for somebody who knows them, from their first ring;
 *     then any human is better than the right one
 * @param overflow other teams that help, each after a wait of its own
 * @param hours when the teams answer
 * @param onCall whose phone rings outside hours, and when nobody of the teams is ready, while it is
 *     nobody's turn
 * @param wrapUp the longest an agent is left alone after a conversation; zero for not at all
 * @param longWait after how long without a human the caller's side is answered, and billed, because
 *     the caller's network would cut; empty for never
 * @param rota whose turn it is to be on call
 */
public record Policy(
    Duration patience,
    List<Overflow> overflow,
    Hours hours,
    Optional<AgentId> onCall,
    Duration wrapUp,
    Optional<Duration> longWait,
    Rota rota) {
  /** Always open, waiting for nobody in particular. */
  public static final Policy PLAIN =
      new Policy(
          Duration.ZERO,
          List.of(),
          Hours.ALWAYS,
          Optional.empty(),
          Duration.ZERO,
          Optional.empty(),
          Rota.NONE);

  public Policy {
    overflow = List.copyOf(overflow);
    rota = Objects.requireNonNullElse(rota, Rota.NONE); // events recorded before there were rotas
  }

  /** Who is on call at this moment. */
  public Optional<AgentId> onCallAt(Instant moment) {
    return rota.at(moment).or(() -> onCall);
  }

  /** The next moment after this one at which somebody else is; empty when that is far away. */
  public Optional<Instant> onCallUntil(Instant after) {
    return rota.nextChange(after, onCall);
  }

  public Policy withRota(Rota other) {
    return new Policy(patience, overflow, hours, onCall, wrapUp, longWait, other);
  }

  public Policy withPatience(Duration other) {
    return new Policy(other, overflow, hours, onCall, wrapUp, longWait, rota);
  }

  public Policy withOverflow(Overflow... others) {
    return new Policy(patience, List.of(others), hours, onCall, wrapUp, longWait, rota);
  }

  public Policy withHours(Hours other) {
    return new Policy(patience, overflow, other, onCall, wrapUp, longWait, rota);
  }

  public Policy withOnCall(AgentId agent) {
    return new Policy(patience, overflow, hours, Optional.of(agent), wrapUp, longWait, rota);
  }

  public Policy withWrapUp(Duration other) {
    return new Policy(patience, overflow, hours, onCall, other, longWait, rota);
  }

  public Policy withLongWait(Duration other) {
    return new Policy(patience, overflow, hours, onCall, wrapUp, Optional.of(other), rota);
  }
}
