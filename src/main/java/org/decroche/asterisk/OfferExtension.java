package org.decroche.asterisk;

import java.util.Optional;
import org.decroche.routing.Instruction.Ring;
import org.decroche.routing.Instruction.RingOutside;
import org.decroche.routing.Instruction.RingPhone;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * How an offer is spelt in the dialplan: the extension of the context {@code offer}, or of {@code
 * offer-outside}.
 */
public final class OfferExtension {
  public static final String OFFER = "offer";
  public static final String OFFER_OUTSIDE = "offer-outside";

  private OfferExtension() {}

  /** Phone, offer and seconds; outside, also the digits to call and those to show. */
  public static String of(Ring ring) {
    String plain = ring.phone().name() + "-" + ring.offer().value() + "-" + ring.time().toSeconds();
    return switch (ring) {
      case RingPhone ours -> plain;
      case RingOutside outside ->
          plain + "-" + digits(outside.number()) + "-" + digits(outside.shown());
    };
  }

  public static String context(Ring ring) {
    return switch (ring) {
      case RingPhone ours -> OFFER;
      case RingOutside outside -> OFFER_OUTSIDE;
    };
  }

  /** Whose call it is that rings outside; empty for a channel that is elsewhere. */
  public static Optional<Phone> outside(@Nullable String context, @Nullable String extension) {
    if (!OFFER_OUTSIDE.equals(context) || extension == null) {
      return Optional.empty();
    }
    String name = extension.split("-", 2)[0];
    return Phone.isName(name) ? Optional.of(new Phone(name)) : Optional.empty();
  }

  private static String digits(PhoneNumber number) {
    return number.e164().substring(1);
  }
}
