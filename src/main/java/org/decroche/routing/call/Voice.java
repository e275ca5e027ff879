package org.decroche.routing.call;

import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;

/**
 * Somebody else than the caller and oneself on a line.
 *
 * @param name of one of ours; empty for somebody outside
 * @param number of somebody outside; empty for one of ours
 * @param talking false while their phone rings
 */
public record Voice(Optional<String> name, Optional<PhoneNumber> number, boolean talking) {
  /** Whoever was asked to join. */
  public static Voice of(Invitation made, boolean talking) {
    return switch (made) {
      case Invitation.Colleague one -> ours(one.name(), talking);
      case Invitation.Outsider one -> outside(one.number(), talking);
    };
  }

  static Voice ours(String name, boolean talking) {
    return new Voice(Optional.of(name), Optional.empty(), talking);
  }

  static Voice outside(PhoneNumber number, boolean talking) {
    return new Voice(Optional.empty(), Optional.of(number), talking);
  }
}
