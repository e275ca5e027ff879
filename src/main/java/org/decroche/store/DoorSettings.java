package org.decroche.store;

import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.TeamId;

/**
 * How a front door shall be.
 *
 * @param country ISO 3166 code, two capitals: how a number without country code is read here
 * @param offerSeconds how long one phone rings, 1 to 300
 * @param rememberDays for how many days the last talk decides who answers, 0 (never) to 3650
 * @param realTalkSeconds shorter talks tie nobody to the caller, 0 to 3600
 */
public record DoorSettings(
    PhoneNumber number,
    String name,
    String country,
    TeamId team,
    int offerSeconds,
    int rememberDays,
    int realTalkSeconds) {}
