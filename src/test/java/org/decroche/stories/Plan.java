package org.decroche.stories;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a front door's administrator decided, as far as stories need it.
 *
 * @param opensIn closed now, and open after this long
 * @param longWait after how long a caller's side is answered without a human
 */
public record Plan(
    Duration offer,
    Duration patience,
    List<Helping> overflow,
    Optional<Duration> opensIn,
    Optional<String> onCall,
    Duration wrapUp,
    Optional<Duration> longWait) {
  /** Another team, and after how long of waiting it helps. */
  public record Helping(String team, Duration after) {}

  public static final Plan PLAIN =
      new Plan(
          Duration.ofSeconds(20),
          Duration.ZERO,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Duration.ZERO,
          Optional.empty());

  Plan offering(Duration time) {
    return new Plan(time, patience, overflow, opensIn, onCall, wrapUp, longWait);
  }

  Plan patient(Duration time) {
    return new Plan(offer, time, overflow, opensIn, onCall, wrapUp, longWait);
  }

  Plan helpedBy(String team, Duration after) {
    return new Plan(
        offer, patience, List.of(new Helping(team, after)), opensIn, onCall, wrapUp, longWait);
  }

  Plan closed(Duration until) {
    return new Plan(offer, patience, overflow, Optional.of(until), onCall, wrapUp, longWait);
  }

  Plan onCall(String agent) {
    return new Plan(offer, patience, overflow, opensIn, Optional.of(agent), wrapUp, longWait);
  }

  Plan wrappingUp(Duration time) {
    return new Plan(offer, patience, overflow, opensIn, onCall, time, longWait);
  }

  Plan answeringAfter(Duration time) {
    return new Plan(offer, patience, overflow, opensIn, onCall, wrapUp, Optional.of(time));
  }
}
