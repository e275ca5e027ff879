package org.decroche.store;

import java.time.Instant;
import java.util.Optional;
import org.decroche.store.CallRecord.Person;

/**
 * Text that an agent is still writing.
 *
 * @param key what it is about, as {@link Drafts} names it
 * @param text as typed, blanks included; 1 to 8000 UTF-16 units. A blank alone: a field of a form
 *     that was emptied
 * @param keptAt when the desk last sent it
 * @param customer whose matter it is, of those its author has looked at
 * @param matter the case that it is about, under the same condition
 */
public record Draft(
    String key, String text, Instant keptAt, Optional<Person> customer, Optional<Titled> matter) {
  /** A case by its title. */
  public record Titled(long id, String title) {}
}
