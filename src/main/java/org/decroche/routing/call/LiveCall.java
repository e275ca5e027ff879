package org.decroche.routing.call;

import java.util.Optional;
import org.decroche.routing.agent.Phone;

/** A caller's channel as a look at Asterisk found it. */
public record LiveCall(CallId call, String channel, Where where, Optional<Phone> phone) {

  /** Where in the dialplan the caller is. */
  public enum Where {
    /** Between two rounds, or asking: it comes back to us by itself. */
    WAITING,
    /** An agent's phone is being rung for it. */
    OFFERED,
    /** Asterisk is looking for a human by itself. */
    FALLBACK,
    TALKING
  }
}
