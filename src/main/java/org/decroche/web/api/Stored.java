package org.decroche.web.api;

import java.util.Optional;
import org.decroche.store.Outcome;

/** Turns what the store says of a change into a value or a refusal. */
final class Stored {
  private Stored() {}

  static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Conflict<T>(String field) ->
          throw Refusal.conflict(field, "This %s is taken already.".formatted(field));
      case Outcome.Invalid<T>(String field) ->
          throw Refusal.wrong(field, "%s is empty, too long or of another shape.".formatted(field));
      case Outcome.Stale<T>(String by, var what) -> throw Refusal.stale(by, what);
      case Outcome.NotFound<T>(String field) -> {
        if (field.equals("id")) {
          throw nothing();
        }
        throw Refusal.wrong(field, "%s names nobody or nothing we know.".formatted(field));
      }
    };
  }

  static <T> T value(Optional<T> found) {
    return found.orElseThrow(Stored::nothing);
  }

  private static Refusal nothing() {
    return Refusal.notFound("There is no such thing here.");
  }
}
