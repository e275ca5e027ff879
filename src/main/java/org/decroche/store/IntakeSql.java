package org.decroche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;

/**
 * The statements that take a kind of rows in: how each row is judged beside what is here, and what
 * is then done for those between two lines.
 *
 * @param judged makes the table {@code judged} of the rows in {@code incoming}
 * @param changes in this order
 */
record IntakeSql(String judged, List<String> changes) {
  /**
   * Whoever was merged into another customer is the other; that is rare, and looked up only then.
   */
  static final String KEPT =
      "case when c.merged_into is null then c.id else kept_customer(c.id) end";

  /** A row that was refused before has no key worth comparing. */
  static final String FIRST =
      "(select *, min(line) filter (where code is null) over (partition by %s) as first from incoming) i";

  /** A fault is written {@code twice:key}: what is wrong, and with which field. */
  static final String JUDGED =
      """
      create temporary table judged on commit drop as
      select i.*, coalesce(i.field, split_part(found.fault, ':', 2)) as wrong,
        coalesce(i.code, split_part(found.fault, ':', 1)) as why,
        coalesce(i.value, case split_part(found.fault, ':', 2) when 'key' then i.key when 'customer' then i.customer
          when 'number' then i.numbers when 'status' then i.status
          when 'owner' then coalesce(nullif(i.owner, ''), i.fallback_owner)
          when 'heard-by' then i.heard_by end) as said,
        case when coalesce(i.code, found.fault) is not null then 'refused' else found.outcome end as outcome
        %s
      from %s
      %s
      cross join lateral (select case when i.first < i.line then 'twice:%s' %s end as fault, %s as outcome) found
      """;

  /**
   * @param fields what the file has a column for
   */
  static IntakeSql of(Kind kind, Set<Field> fields) {
    return switch (kind) {
      case CUSTOMERS -> customers(fields);
      case NUMBERS -> numbers(fields);
      case CASES -> CaseIntakeSql.of(fields);
    };
  }

  private static IntakeSql customers(Set<Field> fields) {
    List<String> columns = new ArrayList<>();
    add(columns, fields, Field.NAME, "name");
    add(columns, fields, Field.NOTE, "note");
    add(columns, fields, Field.LANGUAGE, "language");
    String numbers =
        "exists (select from unnest(string_to_array(i.numbers, ' ')) n where n not in"
            + " (select x.number from customer_numbers x where x.customer_id = "
            + KEPT
            + "))";
    return new IntakeSql(
        JUDGED.formatted(
            "",
            FIRST.formatted("key"),
            "left join customers c on c.key = i.key",
            "key",
            "when c.id is null and i.name is null then 'missing:name'",
            outcome("c", columns, numbers)),
        List.of(
            """
            insert into customers (key, name, note, language)
            select key, name, note, language from judged where outcome = 'created' and line between ? and ? order by line
            """,
            update("customers", columns),
            """
            insert into customer_numbers (customer_id, number)
            select KEPT, n from judged j join customers c on c.key = j.key,
              unnest(string_to_array(j.numbers, ' ')) n
            where j.outcome <> 'unchanged' and j.line between ? and ? on conflict do nothing
            """
                .replace("KEPT", KEPT)));
  }

  private static IntakeSql numbers(Set<Field> fields) {
    boolean labelled = fields.contains(Field.LABEL);
    return new IntakeSql(
        JUDGED.formatted(
            ", kept.id as customer_id",
            FIRST.formatted("customer, numbers"),
            """
            left join customers c on c.key = i.customer
            left join lateral (select KEPT as id) kept on true
            left join customer_numbers x on x.customer_id = kept.id and x.number = i.numbers
            """
                .replace("KEPT", KEPT),
            "number",
            "when c.id is null then 'unknown:customer'",
            "case when x.number is null then 'created' when %s then 'changed' else 'unchanged' end"
                .formatted(labelled ? "x.label is distinct from i.label" : "false")),
        List.of(
            """
            insert into customer_numbers (customer_id, number, label)
            select customer_id, numbers, label from judged where outcome <> 'unchanged' and line between ? and ?
            on conflict (number, customer_id) do update set label = %s
            """
                .formatted(labelled ? "excluded.label" : "customer_numbers.label")));
  }

  static void add(List<String> columns, Set<Field> fields, Field field, String column) {
    if (fields.contains(field)) {
      columns.add(column);
    }
  }

  static String differs(Set<Field> fields, Field field, String condition) {
    return fields.contains(field) ? "(" + condition + ")" : "false";
  }

  static String outcome(String here, List<String> columns, String more) {
    String differs =
        columns.stream()
            .map(column -> "%s.%s is distinct from i.%s or ".formatted(here, column, column))
            .collect(Collectors.joining());
    return "case when %s.id is null then 'created' when %s%s then 'changed' else 'unchanged' end"
        .formatted(here, differs, more);
  }

  private static String update(String table, List<String> columns) {
    // Without a column there is nothing to set; the statement still takes its two lines.
    String set =
        columns.isEmpty()
            ? "key = t.key"
            : columns.stream()
                .map(column -> column + " = j." + column)
                .collect(Collectors.joining(", "));
    return "update %s t set %s from judged j where j.key = t.key and j.outcome = 'changed' and j.line between ? and ?"
        .formatted(table, set);
  }
}
