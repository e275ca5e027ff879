package org.decroche.web.api;

/**
 * How a new front door is when nothing else is said; the units and ranges are {@link
 * org.decroche.store.DoorSettings}'s.
 */
public record DoorDefaults(int offerSeconds, int rememberDays, int realTalkSeconds) {}
