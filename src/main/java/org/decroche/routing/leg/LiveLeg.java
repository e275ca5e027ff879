package org.decroche.routing.leg;

/**
 * A leg as a look at Asterisk found it.
 *
 * @param up it has been answered
 */
public record LiveLeg(LegId leg, boolean up) {}
