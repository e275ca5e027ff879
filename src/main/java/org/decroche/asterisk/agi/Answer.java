package org.decroche.asterisk.agi;

import org.decroche.routing.Instruction;

/** An instruction as the dialplan's ANSWER variable spells it. */
final class Answer {
  static final String FALLBACK = "fallback";

  private Answer() {}

  static String of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.RingPhone ring -> "offer/" + extension(ring);
      case Instruction.KeepRinging keep -> "keep-ringing";
      case Instruction.UseFallback fallback -> FALLBACK;
    };
  }

  private static String extension(Instruction.RingPhone ring) {
    return ring.phone().name() + "-" + ring.offer().value() + "-" + ring.time().toSeconds();
  }
}
