package org.decroche.routing;

import java.time.Duration;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.PhoneNumber;

/** What the dialplan is told when it asks who answers. */
public sealed interface Instruction {
  /** Ring this phone for this long, then ask again. */
  record RingPhone(Phone phone, OfferId offer, Duration time) implements Instruction {}

  /** Nobody is free: let it ring, ask again in a while, expect to be moved. */
  record KeepRinging() implements Instruction {}

  /**
   * An agent's phone calls out: let it.
   *
   * @param shown our published number
   */
  record CallOut(PhoneNumber callee, PhoneNumber shown, Duration time) implements Instruction {}

  /** An agent's phone may not call what it dialled, or not now. */
  record Refuse() implements Instruction {}

  /** Find a human without us. */
  record UseFallback() implements Instruction {}
}
