package org.decroche.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;

/** The statements that take cases in. What a file changes is on their timelines like any change. */
final class CaseIntakeSql {
  /** What may be set by a column, and the field's name on the timeline. */
  private static final Map<Field, String> NAMES =
      Map.of(
          Field.TITLE, "title",
          Field.WORDS, "customerWords",
          Field.EFFECT, "effect",
          Field.TECHNICAL, "technical");

  private static final String JUDGED_CASES =
      """
      when k.id is null and i.title is null then 'missing:title'
      when k.id is null and i.customer is null then 'missing:customer'
      when i.customer is not null and c.id is null then 'unknown:customer'
      when k.customer_id <> kept.id then 'elsewhere:customer'
      when k.id is null and coalesce(i.owner, terms.owner) is null then 'missing:owner'
      when a.id is null and (k.id is null or i.owner is not null) then 'unknown:owner'
      -- Somebody must be there to own it; whoever owns it already may have left.
      when a.disabled and k.owner_id is distinct from a.id and i.status is distinct from 'closed' then 'unknown:owner'
      when k.status <> 'closed' and i.status = 'closed' then 'would-close:status'
      -- Closed ones come as history, with the word they were closed on.
      when k.id is null and i.status = 'closed' and i.closing is null then 'missing:closing'
      when i.heard_by is not null and h.id is null then 'unknown:heard-by'
      when i.heard_on is not null and i.heard_in is not null then 'differs:heard-in'
      """;

  private static final String FOUND =
      """
      left join cases k on k.key = i.key
      left join customers c on c.key = i.customer
      left join lateral (select KEPT as id) kept on true
      left join agents a on a.login = coalesce(i.owner, case when k.id is null then terms.owner end)
      left join agents h on h.login = i.heard_by
      """
          .replace("KEPT", IntakeSql.KEPT);

  /** Whoever says no date waits as long as a case may lie untouched. */
  private static final String UNTIL = "now() + (select quiet_days from house) * interval '1 day'";

  private static final String CREATED =
      """
      insert into cases (key, customer_id, title, customer_words, effect, technical, owner_id, status, opened_at,
        touched_at, waiting_until, closed_at, closing, heard_by, heard_at, heard_on, heard_in)
      select key, customer_id, title, customer_words, effect, technical, owner_id, stands, at, seen,
        case stands when 'waiting-for-customer' then coalesce(cast(until as timestamptz), UNTIL) end,
        case stands when 'closed' then ended end,
        case stands when 'closed' then closing end,
        case stands when 'closed' then coalesce(heard_id, owner_id) end,
        case stands when 'closed' then coalesce(cast(heard_at as timestamptz), ended) end,
        case stands when 'closed' then heard_on end,
        case stands when 'closed' then heard_in end
      from judged,
        lateral (select coalesce(status, 'waiting-for-us') as stands,
          coalesce(cast(opened as timestamptz), now()) as at) opening,
        lateral (select greatest(at, coalesce(cast(touched as timestamptz), at)) as seen) touching,
        lateral (select coalesce(cast(closed as timestamptz), seen) as ended) ending
      where outcome = 'created' and line between ? and ? order by line
      """
          .replace("UNTIL", UNTIL);

  /** They stand until the case's own timeline is brought in. */
  private static final String TOLD =
      """
      insert into timeline (case_id, at, kind, text, detail)
      select k.id, told.at, told.kind, told.text, '{"because": "import"}'
      from judged j join cases k on k.key = j.key,
        lateral (values (k.opened_at, 'opened', k.customer_words), (k.closed_at, 'closed', k.closing)) told (at, kind, text)
      where j.outcome = 'created' and told.at is not null and j.line between ? and ? order by j.line, told.kind desc
      """;

  private static final String NOTED =
      """
      insert into timeline (case_id, at, kind, version, detail)
      select k.id, now(), 'imported', k.version + 1, jsonb_strip_nulls(jsonb_build_object(CHANGES
        'status', case when k.status <> j.status
          then jsonb_build_object('from', k.status, 'to', j.status) end,
        'ownerId', case when k.owner_id <> j.owner_id
          then jsonb_build_object('from', k.owner_id, 'to', j.owner_id) end))
      from judged j join cases k on k.key = j.key
      where j.outcome = 'changed' and j.line between ? and ?
      """;

  private static final String CHANGED =
      """
      update cases k set COLUMNS owner_id = j.owner_id, version = k.version + 1,
        status = coalesce(j.status, k.status),
        waiting_until = case coalesce(j.status, k.status) when 'waiting-for-customer'
          then coalesce(cast(j.until as timestamptz), k.waiting_until, UNTIL) end,
        closed_at = case coalesce(j.status, k.status) when 'closed' then k.closed_at end,
        closing = case coalesce(j.status, k.status) when 'closed' then k.closing end,
        heard_by = case coalesce(j.status, k.status) when 'closed' then k.heard_by end,
        heard_at = case coalesce(j.status, k.status) when 'closed' then k.heard_at end,
        heard_on = case coalesce(j.status, k.status) when 'closed' then k.heard_on end,
        heard_in = case coalesce(j.status, k.status) when 'closed' then k.heard_in end
      from judged j where j.key = k.key and j.outcome = 'changed' and j.line between ? and ?
      """
          .replace("UNTIL", UNTIL);

  private CaseIntakeSql() {}

  /**
   * @param fields what the file has a column for
   */
  static IntakeSql of(Set<Field> fields) {
    List<Field> set = NAMES.keySet().stream().filter(fields::contains).sorted().toList();
    List<String> columns = set.stream().map(IntakeSql::column).toList();
    String more =
        differs(fields, Field.OWNER, "i.owner is not null and k.owner_id <> a.id")
            + " or "
            + differs(fields, Field.STATUS, "k.status <> i.status")
            + " or "
            + differs(
                fields,
                Field.UNTIL,
                "k.waiting_until <> cast(i.until as timestamptz)"
                    + " and coalesce(i.status, k.status) = 'waiting-for-customer'");
    return new IntakeSql(
        new IntakeSql.Judging(
                "key",
                Field.KEY,
                FOUND,
                JUDGED_CASES,
                IntakeSql.outcome("k", columns, more),
                ", kept.id as customer_id, coalesce(a.id, k.owner_id) as owner_id, h.id as heard_id",
                "")
            .of(Kind.CASES),
        List.of(),
        List.of(
            CREATED,
            TOLD,
            NOTED.replace("CHANGES", changes(set)),
            CHANGED.replace(
                "COLUMNS",
                columns.stream()
                    .map(column -> column + " = j." + column + ", ")
                    .collect(Collectors.joining()))),
        List.of());
  }

  private static String differs(Set<Field> fields, Field field, String condition) {
    return fields.contains(field) ? "(" + condition + ")" : "false";
  }

  private static String changes(List<Field> set) {
    return set.stream()
        .map(
            field ->
                "'%2$s', case when k.%1$s is distinct from j.%1$s then jsonb_build_object('from', k.%1$s, 'to', j.%1$s) end, "
                    .formatted(IntakeSql.column(field), NAMES.get(field)))
        .collect(Collectors.joining());
  }
}
