package org.decroche.asterisk.agi;

import org.decroche.asterisk.OfferExtension;
import org.decroche.asterisk.OutExtension;
import org.decroche.routing.Instruction;

/** An instruction as the dialplan's ANSWER variable spells it. */
final class Answer {
  static final String FALLBACK = "fallback";

  /** For an agent's phone that dialled no number at all: whoever dialled hears that it is wrong. */
  static final String NO_SUCH_NUMBER = "no-such-number";

  /** For an agent's phone that may not call out to that number, or not now. */
  static final String REFUSED = "refused";

  /** A test call got its decision: a robot picks up. */
  static final String TEST_CALL = "test-call";

  private Answer() {}

  static String of(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Ring ring -> OfferExtension.context(ring) + "/" + OfferExtension.of(ring);
      case Instruction.KeepRinging keep -> "keep-ringing";
      case Instruction.AnswerFirst(Instruction.Ringing then) -> "answer-first/" + of(then);
      case Instruction.CallOut out -> "call-out/" + OutExtension.of(out);
      case Instruction.Refuse no -> REFUSED;
      case Instruction.UseFallback fallback -> FALLBACK;
    };
  }
}
