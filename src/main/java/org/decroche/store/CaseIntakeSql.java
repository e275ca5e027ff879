package org.decroche.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.moving.Field;

/** The statements that take cases in. What a file changes is on their timelines like any change. */
final class CaseIntakeSql {
  /** What may be set by a column, and the field's name on the timeline. */
  private static final Map<String, String> NAMES =
      Map.of(
          "title", "title",
          "customer_words", "customerWords",
          "effect", "effect",
          "technical", "technical");

  private static final String JUDGED_CASES =
      """
      when k.id is null and i.title is null then 'missing:title'
      when k.id is null and coalesce(i.customer, '') = '' then 'missing:customer'
      when coalesce(i.customer, '') <> '' and c.id is null then 'unknown:customer'
      when k.customer_id <> kept.id then 'elsewhere:customer'
      when k.id is null and coalesce(nullif(i.owner, ''), i.fallback_owner) = '' then 'missing:owner'
      when a.id is null and (k.id is null or coalesce(i.owner, '') <> '') then 'unknown:owner'
      -- Somebody must be there to own it; whoever owns it already may have left.
      when a.disabled and k.owner_id is distinct from a.id and i.status is distinct from 'closed' then 'unknown:owner'
      when k.status <> 'closed' and i.status = 'closed' then 'would-close:status'
      -- Closed ones come as history, with the word they were closed on.
      when k.id is null and i.status = 'closed' and i.closing is null then 'missing:closing'
      when i.heard_by <> '' and h.id is null then 'unknown:heard-by'
      """;

  private static final String FOUND =
      """
      left join cases k on k.key = i.key
      left join customers c on c.key = i.customer
      left join lateral (select KEPT as id) kept on true
      left join agents a on a.login = coalesce(nullif(i.owner, ''), case when k.id is null then i.fallback_owner end)
      left join agents h on h.login = nullif(i.heard_by, '')
      """
          .replace("KEPT", IntakeSql.KEPT);

  /** Whoever says no date waits as long as a case may lie untouched. */
  private static final String UNTIL = "now() + (select quiet_days from house) * interval '1 day'";

  private static final String CREATED =
      """
      insert into cases (key, customer_id, title, customer_words, effect, technical, owner_id, status, opened_at,
        touched_at, waiting_until, closed_at, closing, heard_by, heard_at)
      select key, customer_id, title, customer_words, effect, technical, owner_id, stands, at, seen,
        case stands when 'waiting-for-customer' then coalesce(cast(nullif(until, '') as timestamptz), UNTIL) end,
        case stands when 'closed' then ended end,
        case stands when 'closed' then closing end,
        case stands when 'closed' then coalesce(heard_id, owner_id) end,
        case stands when 'closed' then ended end
      from judged,
        lateral (select coalesce(nullif(status, ''), 'waiting-for-us') as stands,
          coalesce(cast(nullif(opened, '') as timestamptz), now()) as at) opening,
        lateral (select greatest(at, coalesce(cast(nullif(touched, '') as timestamptz), at)) as seen) touching,
        lateral (select coalesce(cast(nullif(closed, '') as timestamptz), seen) as ended) ending
      where outcome = 'created' and line between ? and ? order by line
      """
          .replace("UNTIL", UNTIL);

  private static final String TOLD =
      """
      insert into timeline (case_id, at, kind, text)
      select k.id, told.at, told.kind, told.text
      from judged j join cases k on k.key = j.key,
        lateral (values (k.opened_at, 'opened', k.customer_words), (k.closed_at, 'closed', k.closing)) told (at, kind, text)
      where j.outcome = 'created' and told.at is not null and j.line between ? and ? order by j.line, told.kind desc
      """;

  private static final String NOTED =
      """
      insert into timeline (case_id, at, kind, version, detail)
      select k.id, now(), 'imported', k.version + 1, jsonb_strip_nulls(jsonb_build_object(CHANGES
        'status', case when j.status <> '' and k.status <> j.status
          then jsonb_build_object('from', k.status, 'to', j.status) end,
        'ownerId', case when k.owner_id <> j.owner_id
          then jsonb_build_object('from', k.owner_id, 'to', j.owner_id) end))
      from judged j join cases k on k.key = j.key
      where j.outcome = 'changed' and j.line between ? and ?
      """;

  private static final String CHANGED =
      """
      update cases k set COLUMNS owner_id = j.owner_id, version = k.version + 1,
        status = coalesce(nullif(j.status, ''), k.status),
        waiting_until = case coalesce(nullif(j.status, ''), k.status) when 'waiting-for-customer'
          then coalesce(cast(nullif(j.until, '') as timestamptz), k.waiting_until, UNTIL) end,
        closed_at = case coalesce(nullif(j.status, ''), k.status) when 'closed' then k.closed_at end,
        closing = case coalesce(nullif(j.status, ''), k.status) when 'closed' then k.closing end,
        heard_by = case coalesce(nullif(j.status, ''), k.status) when 'closed' then k.heard_by end,
        heard_at = case coalesce(nullif(j.status, ''), k.status) when 'closed' then k.heard_at end,
        heard_on = case coalesce(nullif(j.status, ''), k.status) when 'closed' then k.heard_on end,
        heard_in = case coalesce(nullif(j.status, ''), k.status) when 'closed' then k.heard_in end
      from judged j where j.key = k.key and j.outcome = 'changed' and j.line between ? and ?
      """
          .replace("UNTIL", UNTIL);

  private CaseIntakeSql() {}

  /**
   * @param fields what the file has a column for
   */
  static IntakeSql of(Set<Field> fields) {
    List<String> columns = new ArrayList<>();
    IntakeSql.add(columns, fields, Field.TITLE, "title");
    IntakeSql.add(columns, fields, Field.WORDS, "customer_words");
    IntakeSql.add(columns, fields, Field.EFFECT, "effect");
    IntakeSql.add(columns, fields, Field.TECHNICAL, "technical");
    String more =
        IntakeSql.differs(fields, Field.OWNER, "i.owner <> '' and k.owner_id <> a.id")
            + " or "
            + IntakeSql.differs(fields, Field.STATUS, "i.status <> '' and k.status <> i.status")
            + " or "
            + IntakeSql.differs(
                fields,
                Field.UNTIL,
                "i.until <> '' and k.waiting_until <> cast(nullif(i.until, '') as timestamptz)"
                    + " and coalesce(nullif(i.status, ''), k.status) = 'waiting-for-customer'");
    return new IntakeSql(
        IntakeSql.JUDGED.formatted(
            ", kept.id as customer_id, coalesce(a.id, k.owner_id) as owner_id, h.id as heard_id",
            IntakeSql.FIRST.formatted("key"),
            FOUND,
            "key",
            JUDGED_CASES,
            IntakeSql.outcome("k", columns, more)),
        List.of(
            CREATED,
            TOLD,
            NOTED.replace("CHANGES", changes(columns)),
            CHANGED.replace(
                "COLUMNS",
                columns.stream()
                    .map(column -> column + " = j." + column + ", ")
                    .collect(Collectors.joining()))));
  }

  private static String changes(List<String> columns) {
    return columns.stream()
        .map(
            column ->
                "'%2$s', case when k.%1$s is distinct from j.%1$s then jsonb_build_object('from', k.%1$s, 'to', j.%1$s) end, "
                    .formatted(column, NAMES.get(column)))
        .collect(Collectors.joining());
  }
}
