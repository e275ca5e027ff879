package org.decroche.web.api;

import org.decroche.engine.TelephonyHealth;
import org.decroche.routing.door.FrontDoor;
import org.decroche.store.StoredTestCalls.Made;

/** The telephone side, to be examined. */
public interface Telephone {
  /** Asks Asterisk; blocks for some seconds at most. */
  TelephonyHealth health();

  /**
   * Calls a front door as the public does, and waits until a robot of ours has picked up or nobody
   * has; blocks for 15 s at most.
   *
   * @throws Underway when such a call to it goes on
   */
  Made test(FrontDoor door);

  /** One at a time is enough. */
  final class Underway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Underway() {
      super("a test call goes on", null, false, false);
    }
  }
}
