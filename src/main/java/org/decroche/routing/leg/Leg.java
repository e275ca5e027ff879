package org.decroche.routing.leg;

import java.time.Duration;

/**
 * A channel to be dialled.
 *
 * @param to whom to ring
 * @param then what becomes of the channel when it is answered
 * @param ring the longest it rings
 */
public record Leg(LegId id, LegTarget to, LegPurpose then, Duration ring) {}
