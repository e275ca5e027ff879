package org.decroche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;

/**
 * The statements that take customers and their numbers in. A change of somebody who is here is
 * noted like any change, with who brought the file.
 */
final class CustomerIntakeSql {
  /** What may be set by a column, and the field's name among somebody's changes. */
  private static final Map<Field, String> NAMES =
      Map.of(
          Field.NAME, "name",
          Field.NOTE, "notes",
          Field.LANGUAGE, "language",
          Field.KIND, "kind",
          Field.CALLED, "called");

  private static final String CREATED =
      """
      insert into customers (key, name, note, language, kind, called, created_at)
      select key, name, note, language, coalesce(kind, 'person'), called, coalesce(cast(since as timestamptz), now())
      from judged where outcome = 'created' and line between ? and ? order by line
      """;

  private static final String NOTED =
      """
      insert into customer_changes (customer_id, at, by_id, version, detail)
      select t.id, now(), (select by_id from terms), t.version + 1, jsonb_strip_nulls(jsonb_build_object(CHANGES))
      from judged j join customers t on t.key = j.key
      where j.outcome = 'changed' and t.merged_into is null and (DIFFERS) and j.line between ? and ?
      """;

  private static final String CHANGED =
      """
      update customers t set SETS, version = t.version + 1 from judged j
      where j.key = t.key and j.outcome = 'changed' and t.merged_into is null and (DIFFERS) and j.line between ? and ?
      """;

  private static final String NUMBERED =
      """
      insert into customer_numbers (customer_id, number)
      select KEPT, n from judged j join customers c on c.key = j.key,
        unnest(string_to_array(j.numbers, ' ')) n
      where j.outcome <> 'unchanged' and j.line between ? and ? on conflict do nothing
      """
          .replace("KEPT", IntakeSql.KEPT);

  private static final String FIRM_NOTED =
      """
      insert into customer_changes (customer_id, at, by_id, version, detail)
      select t.id, now(), (select by_id from terms), t.version + 1,
        jsonb_build_object('firmId', jsonb_build_object('from', t.firm_id, 'to', f.id))
      from judged j join customers t on t.key = j.key left join customers f on f.key = j.firm
      where j.outcome = 'changed' and t.merged_into is null and t.firm_id is distinct from f.id and j.line between ? and ?
      """;

  private static final String FIRM_CHANGED =
      """
      update customers t set firm_id = f.id, version = t.version + case j.outcome when 'changed' then 1 else 0 end
      from judged j left join customers f on f.key = j.firm
      where j.key = t.key and j.outcome <> 'unchanged' and t.merged_into is null and t.firm_id is distinct from f.id
        and j.line between ? and ?
      """;

  private static final String MERGED =
      """
      update customers t set merged_into = kept_customer(s.id)
      from judged j join customers s on s.key = j.same_as
      where j.key = t.key and j.outcome = 'created' and j.line between ? and ?
      """;

  private CustomerIntakeSql() {}

  /**
   * @param fields what the file has a column for
   */
  static IntakeSql customers(Set<Field> fields) {
    List<Field> columns = NAMES.keySet().stream().filter(fields::contains).sorted().toList();
    boolean firm = fields.contains(Field.FIRM);
    boolean merged = fields.contains(Field.SAME_AS);
    List<String> changes = new ArrayList<>(List.of(CREATED));
    if (!columns.isEmpty()) {
      changes.add(NOTED.replace("CHANGES", noted(columns)).replace("DIFFERS", differs(columns)));
      changes.add(CHANGED.replace("SETS", sets(columns)).replace("DIFFERS", differs(columns)));
    }
    changes.add(NUMBERED);
    List<String> afterwards = new ArrayList<>();
    if (firm) {
      afterwards.addAll(List.of(FIRM_NOTED, FIRM_CHANGED));
    }
    if (merged) {
      afterwards.add(MERGED);
    }
    return new IntakeSql(
        new IntakeSql.Judging(
                "key",
                Field.KEY,
                CustomerFaults.found(firm, merged),
                CustomerFaults.faults(fields),
                outcome(columns, firm),
                "",
                "")
            .of(Kind.CUSTOMERS),
        List.of(),
        changes,
        afterwards);
  }

  private static String outcome(List<Field> columns, boolean firm) {
    String fields =
        columns.isEmpty() ? "false" : differs(columns).replace("t.", "c.").replace("j.", "i.");
    String theirFirm =
        firm
            ? "case when i.firm is null then c.firm_id is not null else c.firm_id is distinct from f.id or f.id is null end"
            : "false";
    return """
    case when c.id is null then 'created'
      when c.merged_into is null and (%s or %s)
        or exists (select from unnest(string_to_array(i.numbers, ' ')) n where n not in
          (select x.number from customer_numbers x where x.customer_id = %s)) then 'changed'
      else 'unchanged' end
    """
        .formatted(fields, theirFirm, IntakeSql.KEPT);
  }

  private static String wanted(Field field) {
    return field == Field.KIND ? "coalesce(j.kind, 'person')" : "j." + IntakeSql.column(field);
  }

  private static String differs(List<Field> columns) {
    return columns.stream()
        .map(field -> "t.%s is distinct from %s".formatted(IntakeSql.column(field), wanted(field)))
        .collect(Collectors.joining(" or "));
  }

  private static String sets(List<Field> columns) {
    // A name is never taken away.
    return columns.stream()
        .map(field -> IntakeSql.column(field) + " = " + wanted(field))
        .collect(Collectors.joining(", "));
  }

  private static String noted(List<Field> columns) {
    return columns.stream()
        .map(
            field ->
                "'%1$s', case when t.%2$s is distinct from %3$s then jsonb_build_object('from', t.%2$s, 'to', %3$s) end"
                    .formatted(NAMES.get(field), IntakeSql.column(field), wanted(field)))
        .collect(Collectors.joining(", "));
  }

  /**
   * @param fields what the file has a column for
   */
  static IntakeSql numbers(Set<Field> fields) {
    boolean labelled = fields.contains(Field.LABEL);
    return new IntakeSql(
        new IntakeSql.Judging(
                "customer, numbers",
                Field.NUMBER,
                """
                left join customers c on c.key = i.customer
                left join lateral (select KEPT as id) kept on true
                left join customer_numbers x on x.customer_id = kept.id and x.number = i.numbers
                """
                    .replace("KEPT", IntakeSql.KEPT),
                "when c.id is null then 'unknown:customer'",
                "case when x.number is null then 'created' when %s then 'changed' else 'unchanged' end"
                    .formatted(labelled ? "x.label is distinct from i.label" : "false"),
                ", kept.id as customer_id",
                "")
            .of(Kind.NUMBERS),
        List.of(),
        List.of(
            """
            insert into customer_numbers (customer_id, number, label)
            select customer_id, numbers, label from judged where outcome <> 'unchanged' and line between ? and ?
            on conflict (number, customer_id) do update set label = %s
            """
                .formatted(labelled ? "excluded.label" : "customer_numbers.label")),
        List.of());
  }

  static IntakeSql shared() {
    return new IntakeSql(
        new IntakeSql.Judging(
                "numbers",
                Field.NUMBER,
                "left join shared_numbers x on x.number = i.numbers",
                "",
                "case when x.number is null then 'created' else 'unchanged' end",
                "",
                "")
            .of(Kind.SHARED_NUMBERS),
        List.of(),
        List.of(
            """
            insert into shared_numbers select numbers from judged
            where outcome = 'created' and line between ? and ? on conflict do nothing
            """),
        List.of());
  }
}
