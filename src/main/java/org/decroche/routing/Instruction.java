package org.decroche.routing;

import java.time.Duration;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.PhoneNumber;

/** What the dialplan is told when it asks who answers. */
public sealed interface Instruction {
  /** What the caller hears as ringing. */
  sealed interface Ringing extends Instruction {}

  /** Ring an agent for this long, then ask again. */
  sealed interface Ring extends Ringing {
    /** Whose call it is, by their own phone's name, wherever they are rung. */
    Phone phone();

    OfferId offer();

    Duration time();
  }

  /** At their own phone. */
  record RingPhone(Phone phone, OfferId offer, Duration time) implements Ring {}

  /**
   * Over the trunk, where a voicemail may pick up: only who presses a key has taken the call.
   *
   * @param shown our published number, which the phone outside shows
   */
  record RingOutside(
      Phone phone, OfferId offer, Duration time, PhoneNumber number, PhoneNumber shown)
      implements Ring {}

  /** Nobody is free: let it ring, ask again in a while, expect to be moved. */
  record KeepRinging() implements Ringing {}

  /**
   * The wait was so long that the caller's network would cut: answer, play a plain ringing tone
   * from then on, and go on like this.
   */
  record AnswerFirst(Ringing then) implements Instruction {}

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
