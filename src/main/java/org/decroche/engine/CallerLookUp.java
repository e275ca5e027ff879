package org.decroche.engine;

import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;

/** Who uses this number? Blocks; called on a virtual thread. */
public interface CallerLookUp {
  /**
   * Looks the number up within the store's own limits.
   *
   * @return {@link Recognition#UNKNOWN} when nobody is known; {@link Recognition#LATE} when the
   *     store could not be asked
   */
  Recognition lookUp(PhoneNumber number, FrontDoorId door);
}
