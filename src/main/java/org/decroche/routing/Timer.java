package org.decroche.routing;

import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;

/**
 * What the core wants to be woken for. A timer that rings late, twice or for nothing is harmless.
 */
public sealed interface Timer {
  CallId call();

  /** The look-up had its time. */
  record LookUpDeadline(CallId call) implements Timer {}

  /** Somebody who did not take this call may be asked again. */
  record RestOver(CallId call) implements Timer {}

  /** The end of an offer should have been reported by now. */
  record OfferOverdue(CallId call, OfferId offer) implements Timer {}
}
