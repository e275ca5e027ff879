package org.decroche.recording;

import java.time.Instant;
import org.decroche.routing.Limits;
import org.decroche.routing.Switchboard;

/**
 * A life of the service, from a start with nothing in mind to its end.
 *
 * @param firstOffer the number of the core's first offer
 */
public record Run(Instant startedAt, Limits limits, long firstOffer) {
  /** The core as it was at the start. */
  public Switchboard switchboard() {
    return new Switchboard(limits, firstOffer);
  }
}
