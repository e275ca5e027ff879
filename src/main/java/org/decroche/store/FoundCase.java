package org.decroche.store;

import java.time.Instant;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;

/** A case that a search found, with whose it is. */
public record FoundCase(
    long id,
    String title,
    CaseStatus status,
    Instant touchedAt,
    long customer,
    String customerName,
    AgentId owner,
    String ownerName) {}
