package org.decroche.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;

/**
 * The statements that take a kind of rows in: how each row is judged beside what is here, and what
 * is then done for those between two lines.
 *
 * @param judged makes the table {@code judged} of the rows in {@code incoming}
 * @param prepared done once, before the changes
 * @param changes in this order
 * @param afterwards once all rows had their changes: what may name a row that comes later
 */
record IntakeSql(
    String judged, List<String> prepared, List<String> changes, List<String> afterwards) {
  /**
   * Whoever was merged into another customer is the other; that is rare, and looked up only then.
   */
  static final String KEPT =
      "case when c.merged_into is null then c.id else kept_customer(c.id) end";

  /** A fault is written {@code twice:key}: what is wrong, and with which field. */
  private static final String JUDGED =
      """
      create temporary table judged on commit drop as
      select i.*, coalesce(i.field, split_part(found.fault, ':', 2)) as wrong,
        coalesce(i.code, split_part(found.fault, ':', 1)) as why,
        coalesce(i.value, case split_part(found.fault, ':', 2) SAID end) as said,
        case when i.code is not null then 'refused' when found.fault like 'unmatched:%' then 'unmatched'
          when found.fault is not null then 'refused' else found.outcome end as outcome
        MORE
      from (select *, min(line) filter (where code is null) over (partition by UNIQUE) as first WINDOWS from incoming) i
      cross join terms
      FOUND
      cross join lateral (select case when i.first < i.line then 'twice:TWICE' FAULTS end as fault, OUTCOME as outcome) found
      """;

  /**
   * @param fields what the file has a column for
   */
  static IntakeSql of(Kind kind, Set<Field> fields) {
    return switch (kind) {
      case CUSTOMERS -> CustomerIntakeSql.customers(fields);
      case NUMBERS -> CustomerIntakeSql.numbers(fields);
      case SHARED_NUMBERS -> CustomerIntakeSql.shared();
      case CASES -> CaseIntakeSql.of(fields);
      case PROMISES -> HistoryIntakeSql.promises();
      case ERRANDS -> HistoryIntakeSql.errands();
      case TIMELINE -> HistoryIntakeSql.timeline();
      case ALERTS -> AlertIntakeSql.of();
    };
  }

  /**
   * How rows are judged.
   *
   * @param unique what no two rows may have the same of
   * @param twice the field that says so
   * @param found joins of what is here
   * @param faults {@code when … then 'fault:field'}, the first that applies
   * @param outcome of a row without a fault
   * @param more columns that the changes need
   * @param windows columns about all rows of the file
   */
  record Judging(
      String unique,
      Field twice,
      String found,
      String faults,
      String outcome,
      String more,
      String windows) {

    String of(Kind kind) {
      String said =
          kind.fields().stream()
              .map(field -> "when '%s' then %s".formatted(field.spelt(), value(field)))
              .collect(Collectors.joining(" "));
      return JUDGED
          .replace("SAID", said)
          .replace("UNIQUE", unique)
          .replace("WINDOWS", windows)
          .replace("TWICE", twice.spelt())
          .replace("FOUND", found)
          .replace("FAULTS", faults)
          .replace("OUTCOME", outcome)
          .replace("MORE", more);
    }

    private static String value(Field field) {
      return switch (field) {
        case FIRST_NAME -> "null";
        case OWNER -> "coalesce(i.owner, terms.owner)";
        default -> "i." + column(field);
      };
    }
  }

  /** What a field is called in the tables that rows wait in. */
  static String column(Field field) {
    return switch (field) {
      case NUMBER -> "numbers";
      case WORDS -> "customer_words";
      // A word of SQL's own, and one of ours about a row.
      case CASE -> "matter";
      case WHY -> "broken_why";
      default -> field.name().toLowerCase(Locale.ROOT);
    };
  }

  /** Of a row that sets what these columns say. */
  static String outcome(String here, List<String> columns, String more) {
    String differs =
        columns.stream()
            .map(column -> "%s.%s is distinct from i.%s or ".formatted(here, column, column))
            .collect(Collectors.joining());
    return "case when %s.id is null then 'created' when %s%s then 'changed' else 'unchanged' end"
        .formatted(here, differs, more);
  }
}
