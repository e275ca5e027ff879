package org.decroche.moving;

import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Where rows go: all of them together, or none. Closed without {@link #commit}, nothing has
 * changed.
 */
public interface Intake extends AutoCloseable {
  void add(Row row);

  /** When all rows are there: what would become of them. To be asked once, before the others. */
  Judged judge();

  /** What becomes of each row, in the file's order. */
  void eachRow(Consumer<RowOutcome> tell);

  /**
   * Makes the changes.
   *
   * @param done told how many lines of the file were worked on, now and then
   */
  void apply(LongConsumer done);

  void commit();

  @Override
  void close();
}
