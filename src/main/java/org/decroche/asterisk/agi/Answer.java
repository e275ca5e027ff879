package org.decroche.asterisk.agi;

import org.decroche.asterisk.OfferExtension;
import org.decroche.routing.Instruction;

/** An instruction as the dialplan's ANSWER variable spells it. */
final class Answer {
  static final String FALLBACK = "fallback";

  /** For an agent's phone, which may ring front doors only: the caller hears that it is wrong. */
  static final String NO_SUCH_NUMBER = "no-such-number";

  private Answer() {}

  static String of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.RingPhone ring -> "offer/" + OfferExtension.of(ring);
      case Instruction.KeepRinging keep -> "keep-ringing";
      case Instruction.UseFallback fallback -> FALLBACK;
    };
  }
}
