package org.decroche.routing.caller;

import java.time.Instant;
import java.util.List;

/**
 * A person who uses this number.
 *
 * @param note what matters on the phone; empty when there is nothing
 * @param cases their open cases, last touched first
 */
public record KnownCustomer(long id, String name, String note, List<OpenCase> cases) {
  public KnownCustomer {
    cases = List.copyOf(cases);
  }

  /** With the cases that had been opened by then. */
  KnownCustomer asOf(Instant at) {
    return new KnownCustomer(
        id, name, note, cases.stream().filter(open -> !open.openedAt().isAfter(at)).toList());
  }
}
