package org.decroche.routing.leg;

/**
 * A leg as a look at Asterisk found it.
 *
 * @param up it has been answered; by a key, where one is asked for
 * @param talking somebody whom it called has answered
 */
public record LiveLeg(LegId leg, boolean up, boolean talking) {
  /** One that talks with nobody outside. */
  public LiveLeg(LegId leg, boolean up) {
    this(leg, up, false);
  }
}
