package org.decroche.asterisk.agi;

import java.util.Optional;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.door.FrontDoorId;

/** What the texts of a call mean. Answers from memory: a caller is waiting. */
public interface Numbers {
  /**
   * The front door behind a dialled number, in whatever shape the trunk sends it.
   *
   * @return empty when no door has that number
   */
  Optional<FrontDoorId> door(String dialled);

  /** Who calls, read as the door's country writes numbers. Takes any text. */
  CallerNumber caller(String sent, Optional<FrontDoorId> door);
}
