package org.decroche.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.decroche.store.Failures.Broken;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/**
 * Lets the database's own constraints judge a change, and says which field was wrong. The rules
 * stand once, in sql/.
 */
final class Refusals {
  private static final Pattern NEXT_WORD = Pattern.compile("_([a-z])");

  private Refusals() {}

  static <T> Outcome<T> judged(Database database, HandleCallback<Outcome<T>, SQLException> change) {
    try {
      return database.write(change);
    } catch (JdbiException failure) {
      Broken broken = Failures.broken(failure).orElseThrow(() -> failure);
      String field = field(broken);
      return switch (broken.state()) {
        case "23505" -> new Outcome.Conflict<>(field);
        case "23503" -> new Outcome.NotFound<>(field);
        case "23514" -> new Outcome.Invalid<>(field);
        default -> throw failure;
      };
    }
  }

  /**
   * {@code front_doors_team_id_fkey} is about {@code teamId}: the table's name and the last word
   * are not the field's.
   */
  static String field(Broken broken) {
    String name = broken.constraint();
    if (!broken.table().isEmpty() && name.startsWith(broken.table() + "_")) {
      name = name.substring(broken.table().length() + 1);
    }
    int last = name.lastIndexOf('_');
    String column = last < 0 ? name : name.substring(0, last);
    return NEXT_WORD.matcher(column).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }
}
