package org.decroche.asterisk.agi;

import org.decroche.asterisk.OfferExtension;
import org.decroche.routing.Instruction;

/** An instruction as the dialplan's ANSWER variable spells it. */
final class Answer {
  static final String FALLBACK = "fallback";

  private Answer() {}

  static String of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.RingPhone ring -> "offer/" + OfferExtension.of(ring);
      case Instruction.KeepRinging keep -> "keep-ringing";
      case Instruction.UseFallback fallback -> FALLBACK;
    };
  }
}
