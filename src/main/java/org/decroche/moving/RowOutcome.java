package org.decroche.moving;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param outcome created, changed, unchanged or refused
 * @param fault why it is refused, or null
 */
public record RowOutcome(long line, String outcome, @Nullable Fault fault) {}
