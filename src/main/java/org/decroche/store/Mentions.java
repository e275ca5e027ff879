package org.decroche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Looks through every column of text we have, also of tables that came after this was written, for
 * somebody's name and numbers in any spelling.
 */
public final class Mentions {
  /** Too short to be found without finding everybody. */
  private static final int SHORTEST_NAME = 3;

  private static final int NATIONAL_DIGITS = 8;

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}\\s]");

  /** People and things of ours may be called the same; the events hold no text of anybody. */
  private static final String COLUMNS =
      """
      select c.table_name, c.column_name
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
        and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY')
        and c.table_name not in ('agents', 'teams', 'front_doors', 'sessions', 'setting_changes', 'events', 'event_runs', 'flyway_schema_history')
      order by c.table_name, c.ordinal_position
      """;

  private Mentions() {}

  /** A column, and in how many of its rows. */
  public record Place(String table, String column, long rows) {}

  private record Column(String table, String name) {}

  static List<Place> of(Handle handle, String name, List<String> numbers) {
    List<String> patterns = new ArrayList<>();
    String bare = bare(handle, name);
    if (bare.length() >= SHORTEST_NAME) {
      // Its words one after the other, as whole words.
      patterns.add("\\m" + bare.replaceAll("\\s+", "[^[:alnum:]]+") + "\\M");
    }
    numbers.forEach(number -> patterns.add(digits(number)));
    List<Column> columns =
        handle
            .createQuery(COLUMNS)
            .map((row, context) -> new Column(row.getString(1), row.getString(2)))
            .list();
    return columns.stream()
        .map(column -> place(handle, column, patterns))
        .filter(place -> place.rows() > 0)
        .toList();
  }

  private static Place place(Handle handle, Column column, List<String> patterns) {
    if (patterns.isEmpty()) {
      return new Place(column.table(), column.name(), 0);
    }
    long rows =
        handle
            .createQuery(
                "select count(*) from \"%s\" where public.search_form(\"%s\"::text) ~ any(:patterns)"
                    .formatted(column.table(), column.name()))
            .bindArray("patterns", String.class, patterns)
            .mapTo(Long.class)
            .one();
    return new Place(column.table(), column.name(), rows);
  }

  private static String bare(Handle handle, String name) {
    String form =
        handle
            .createQuery("select public.search_form(:name)")
            .bind("name", name)
            .mapTo(String.class)
            .one();
    return SIGNS.matcher(form).replaceAll(" ").strip();
  }

  /** The last digits, whatever stands between two of them: the beginning differs by the writer. */
  private static String digits(String number) {
    String last = number.substring(Math.max(1, number.length() - NATIONAL_DIGITS));
    return last.chars()
        .mapToObj(digit -> String.valueOf((char) digit))
        .collect(Collectors.joining("[^[:alnum:]]{0,2}"));
  }
}
