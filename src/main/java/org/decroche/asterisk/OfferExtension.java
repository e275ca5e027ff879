package org.decroche.asterisk;

import org.decroche.routing.Instruction.RingPhone;

/** How an offer is spelt in the dialplan: the extension of the context {@code offer}. */
public final class OfferExtension {
  private OfferExtension() {}

  /** Phone, offer and seconds, with a dash between them. */
  public static String of(RingPhone ring) {
    return ring.phone().name() + "-" + ring.offer().value() + "-" + ring.time().toSeconds();
  }
}
