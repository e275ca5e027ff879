package org.decroche.store;

import java.time.Instant;

/**
 * Text that an agent is still writing.
 *
 * @param key what it is about, as {@link Drafts} names it
 * @param text as typed, blanks included; 1 to 8000 UTF-16 units
 * @param keptAt when the desk last sent it
 */
public record Draft(String key, String text, Instant keptAt) {}
