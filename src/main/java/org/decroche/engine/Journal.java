package org.decroche.engine;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.decroche.routing.Step;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Recalled;

/** The lasting record of calls. */
public interface Journal {
  /** Returns at once; keeps the order of steps; survives a store that is away for a while. */
  void write(Step step);

  /**
   * Closes the records of calls that ended while nobody watched. Blocks; called on a virtual
   * thread; a store that is away is asked again after the next connection to Asterisk.
   *
   * @param alive calls to leave alone
   * @param before calls that arrived later are left alone too
   */
  void endUnseen(Set<CallId> alive, Instant before);

  /**
   * What is on record of these calls. Blocks; called on a virtual thread.
   *
   * @return of those it knows
   * @throws RuntimeException while the store is away; the caller asks again
   */
  List<Recalled> recall(Set<CallId> calls);
}
