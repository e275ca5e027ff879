package org.decroche.store;

import java.util.List;
import java.util.function.Function;

/**
 * What came of a change. A refusal is an answer, not an exception; {@code field} is spelt as in the
 * API ({@code ownerId}).
 */
public sealed interface Outcome<T> {

  /** It is stored; this is how it stands now. */
  record Done<T>(T value) implements Outcome<T> {}

  /** Somebody else has this value already, or the change would break what must hold. */
  record Conflict<T>(String field) implements Outcome<T> {}

  /** The value is out of bounds: empty, too long, of another shape. */
  record Invalid<T>(String field) implements Outcome<T> {}

  /** What this field names does not exist; {@code id} when it is the very thing to be changed. */
  record NotFound<T>(String field) implements Outcome<T> {}

  /**
   * The change was made on something that has changed since; nothing was overwritten.
   *
   * @param by who changed it last; empty when the service did
   * @param what the fields that are different now
   */
  record Stale<T>(String by, List<String> what) implements Outcome<T> {
    public Stale {
      what = List.copyOf(what);
    }
  }

  /** Goes on with what is there; what was refused stays refused. */
  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Conflict<T>(String field) -> new Conflict<>(field);
      case Invalid<T>(String field) -> new Invalid<>(field);
      case NotFound<T>(String field) -> new NotFound<>(field);
      case Stale<T>(String by, List<String> what) -> new Stale<>(by, what);
    };
  }
}
