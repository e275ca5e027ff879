package org.decroche.routing.door;

/** A front door, by the number the store gave it. */
public record FrontDoorId(long value) {}
