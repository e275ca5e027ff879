package org.decroche.asterisk;

import java.time.Duration;
import org.decroche.routing.Instruction;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegPurpose;

/** How a call out is spelt in the dialplan: the extension of the context {@code call-out}. */
public final class OutExtension {
  private OutExtension() {}

  public static String of(LegPurpose.DialOut out) {
    return of(out.callee(), out.shown(), out.ring());
  }

  public static String of(LegPurpose.DialOutByKey out) {
    return of(out.callee(), out.shown(), out.ring());
  }

  public static String of(Instruction.CallOut out) {
    return of(out.callee(), out.shown(), out.time());
  }

  /** Number to call, number to show and seconds, with a dash between them; no plus. */
  private static String of(PhoneNumber callee, PhoneNumber shown, Duration ring) {
    return digits(callee) + "-" + digits(shown) + "-" + ring.toSeconds();
  }

  private static String digits(PhoneNumber number) {
    return number.e164().substring(1);
  }
}
