package org.decroche.routing.caller;

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
}
