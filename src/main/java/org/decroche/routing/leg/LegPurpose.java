package org.decroche.routing.leg;

import java.time.Duration;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;

/** What becomes of a leg when it is answered: where in the dialplan it goes on. */
public sealed interface LegPurpose {
  /**
   * It dials out over the trunk and talks with whoever answers there.
   *
   * @param shown our published number
   * @param ring the longest the other side rings
   */
  record DialOut(PhoneNumber callee, PhoneNumber shown, Duration ring) implements LegPurpose {}

  /**
   * The same from an agent's phone outside, where a voicemail may pick up: only for who presses a
   * key.
   */
  record DialOutByKey(PhoneNumber callee, PhoneNumber shown, Duration ring) implements LegPurpose {}

  /** Whoever picks up talks with those who talk on this call. */
  record Join(CallId call) implements LegPurpose {}

  /**
   * The same outside, where a voicemail may pick up: only who presses a key comes to the call.
   *
   * @param phone by which the dialplan knows whose leg this is
   */
  record JoinByKey(CallId call, Phone phone) implements LegPurpose {}
}
