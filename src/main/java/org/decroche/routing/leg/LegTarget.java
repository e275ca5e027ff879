package org.decroche.routing.leg;

import java.util.Optional;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.caller.PhoneNumber;

/** Whom a leg rings. */
public sealed interface LegTarget {
  /**
   * A phone of ours.
   *
   * @param shows the number that it shows as calling; empty when there is none to show
   */
  record OurPhone(Phone phone, Optional<PhoneNumber> shows) implements LegTarget {}

  /**
   * A number outside, over the trunk.
   *
   * @param shown our published number
   */
  record Outside(PhoneNumber number, PhoneNumber shown) implements LegTarget {}
}
