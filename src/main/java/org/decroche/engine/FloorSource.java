package org.decroche.engine;

import org.decroche.routing.Floor;

/** Doors, teams and agents as the store has them. Blocks; called on a virtual thread. */
public interface FloorSource {
  Floor load();
}
