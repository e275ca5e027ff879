package org.decroche.moving;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param outcome created, changed, unchanged, unmatched or refused
 * @param fault why it is passed over or refused, or null
 */
public record RowOutcome(long line, String outcome, @Nullable Fault fault) {}
