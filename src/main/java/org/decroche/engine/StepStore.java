package org.decroche.engine;

import java.util.List;
import org.decroche.routing.Step;

/** Where steps last. Blocks; the same step twice is harmless. */
public interface StepStore {
  /**
   * Writes all of these, in order, or none.
   *
   * @throws RuntimeException when the store is away; they are then given again
   */
  void append(List<Step> steps);
}
