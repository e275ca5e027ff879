package org.decroche.store;

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
}
