package org.decroche.routing.why;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision about a call in full.
 *
 * @param stage how far the search had gone
 * @param until when the time alone lets others be asked
 * @param considered who was passed over, in the order of the rules; everybody by name once, by the
 *     first rule that names them
 */
public record Explanation(Stage stage, Optional<Instant> until, List<Considered> considered) {
  /** Of what no rule decided. */
  public static final Explanation NONE =
      new Explanation(Stage.ANYBODY, Optional.empty(), List.of());

  /** The most people of one team that are named; of a larger team only numbers are told. */
  public static final int MOST_NAMED = 30;

  public Explanation {
    considered = List.copyOf(considered);
  }
}
