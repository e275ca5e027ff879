package org.decroche.engine;

import java.util.Set;
import org.decroche.routing.Instruction;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.leg.Leg;
import org.decroche.routing.leg.LegId;

/**
 * What we ask of Asterisk. Every call returns at once; what comes of it is told by events ({@code
 * MoveFailed} when a caller could not be moved).
 */
public interface Telephony {
  void move(CallId call, String channel, Instruction.Ring to);

  void askAgain(CallId call, String channel);

  /** Dials; {@code LegUp} and {@code LegDown} tell what comes of it. */
  void dial(Leg leg);

  /** A leg that is gone already is left alone. */
  void hangUp(LegId leg);

  /** A channel of this call, by its name or unique id; one that is gone already is left alone. */
  void hangUp(CallId call, String channel);

  /**
   * Moves a caller and the one who talks with them to where the third, who has picked up, waits for
   * them; {@code TogetherFailed} when that cannot be done.
   */
  void bringTogether(CallId call, String caller, String ours, LegId third);

  void setFallbackMember(Phone phone, boolean member);

  /** Makes exactly these phones members. */
  void setFallbackMembers(Set<Phone> phones);
}
