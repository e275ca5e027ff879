package org.decroche.store;

import java.util.List;
import org.decroche.routing.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A person who calls.
 *
 * @param note what matters on the phone
 * @param language such as {@code fr} or {@code pt-BR}
 * @param numbers theirs, perhaps shared with others
 */
public record Customer(
    long id, String name, @Nullable String note, @Nullable String language, List<Line> numbers) {
  public Customer {
    numbers = List.copyOf(numbers);
  }

  /** A number a person uses, and what it is to them ("mobile", "shop"). */
  public record Line(PhoneNumber number, @Nullable String label) {}

  /** What one may write of a person. */
  public record Details(String name, @Nullable String note, @Nullable String language) {}
}
