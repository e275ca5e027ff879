package org.decroche.store;

import org.decroche.routing.door.TeamId;

/** Who answers a front door together. */
public record Team(TeamId id, String name) {}
