package org.decroche.routing.door;

/** A team, by the number the store gave it. */
public record TeamId(long value) {}
