package org.decroche.engine;

import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;

/** Who uses this number? Blocks; called on a virtual thread. */
public interface CallerLookUp {
  /**
   * Looks the number up within the store's own limits.
   *
   * @param number empty when it says nothing, as a withheld one
   * @param chosen who somebody said it is, whose number it need not be: one more of those who are
   *     found
   * @return {@link Recognition#UNKNOWN} when nobody is known; {@link Recognition#LATE} when the
   *     store could not be asked
   */
  Recognition lookUp(Optional<PhoneNumber> number, FrontDoorId door, Optional<Long> chosen);

  /** The same while nobody has said who it is. */
  default Recognition lookUp(PhoneNumber number, FrontDoorId door) {
    return lookUp(Optional.of(number), door, Optional.empty());
  }
}
