package org.decroche.engine;

import org.decroche.routing.Step;

/**
 * The lasting record of calls. Returns at once; keeps the order of steps; survives a store that is
 * away for a while.
 */
public interface Journal {
  void write(Step step);
}
