package org.decroche.routing.call;

/** One offer of one call to one agent. Never used twice, not even after a restart. */
public record OfferId(long value) {}
