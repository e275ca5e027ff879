package org.decroche.store;

import java.time.Instant;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CustomerCase.Status;

/** A case that a search found, with whose it is. */
public record FoundCase(
    long id,
    String title,
    Status status,
    Instant touchedAt,
    long customer,
    String customerName,
    AgentId owner,
    String ownerName) {}
