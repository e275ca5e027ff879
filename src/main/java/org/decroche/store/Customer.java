package org.decroche.store;

import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.CallRecord.Person;
import org.jspecify.annotations.Nullable;

/**
 * A person who calls, or a firm with people.
 *
 * @param note what matters on the phone, a few lines
 * @param language such as {@code fr} or {@code pt-BR}
 * @param called how they like to be called, when it is not their name
 * @param firm whom they belong to
 * @param mergedInto whom they turned out to be: then nothing is theirs any more
 * @param version grows with each change of what one may write of them
 * @param numbers theirs, perhaps shared with others
 */
public record Customer(
    long id,
    String name,
    @Nullable String note,
    @Nullable String language,
    Kind kind,
    @Nullable String called,
    Optional<Person> firm,
    Optional<Person> mergedInto,
    int version,
    List<Line> numbers) {
  public Customer {
    numbers = List.copyOf(numbers);
  }

  public enum Kind {
    PERSON,
    FIRM
  }

  /** A number a person uses, and what it is to them ("mobile", "shop"). */
  public record Line(PhoneNumber number, @Nullable String label) {}

  /**
   * What one may write of a customer.
   *
   * @param firm the firm that a person belongs to
   */
  public record Details(
      String name,
      @Nullable String note,
      @Nullable String language,
      Kind kind,
      @Nullable String called,
      Optional<Long> firm) {
    /** A person of no firm. */
    public Details(String name, @Nullable String note, @Nullable String language) {
      this(name, note, language, Kind.PERSON, null, Optional.empty());
    }
  }

  Details details() {
    return new Details(name, note, language, kind, called, firm.map(Person::id));
  }
}
