package org.decroche.routing.door;

import java.time.Duration;

/**
 * Another team that helps at a front door.
 *
 * @param after how long the caller has rung by then, from their first ring
 */
public record Overflow(TeamId team, String teamName, Duration after) {}
