package org.decroche.moving;

import java.util.List;

/**
 * What would become of a file's rows.
 *
 * @param unmatched those about nobody we know, which are passed over
 * @param first the first refused ones, by line
 * @param lastLine of the file
 */
public record Judged(
    long created,
    long changed,
    long unchanged,
    long unmatched,
    long refused,
    List<RowOutcome> first,
    long lastLine) {
  public Judged {
    first = List.copyOf(first);
  }
}
