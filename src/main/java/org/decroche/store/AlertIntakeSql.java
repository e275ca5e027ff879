package org.decroche.store;

import java.util.List;
import org.decroche.moving.Field;
import org.decroche.moving.Kind;

/**
 * The statements that take alerts in: a row for each customer or number that one is about. Whoever
 * is nobody's here is passed over, as a network's list of lines that are down has others' lines.
 */
final class AlertIntakeSql {
  private static final String FOUND =
      """
      left join alerts l on l.key = i.key
      left join customers c on c.key = i.customer
      left join agents a on a.login = i.agent
      cross join lateral (select coalesce(array_agg(distinct one.id), '{}') as ids from (
        select n.customer_id as id from customer_numbers n
        where n.number = any (string_to_array(i.numbers, ' ')) and not exists (select from shared_numbers s where s.number = n.number)
        union all select KEPT where c.id is not null) one) whom
      """
          .replace("KEPT", IntakeSql.KEPT);

  private static final String FAULTS =
      """
      when l.id is null and i.told_title is null then 'missing:title'
      when i.title <> i.told_title then 'differs:title'
      when l.id is null and i.told_since is null then 'missing:since'
      when i.since <> i.told_since then 'differs:since'
      when cast(i.since as timestamptz) > now() then 'unreadable:since'
      when cast(i.received as timestamptz) > now() then 'unreadable:received'
      when i.agent is not null and (a.id is null or a.disabled) then 'unknown:agent'
      when i.numbers is not null and cardinality(whom.ids) = 0 then 'unmatched:number'
      when i.customer is not null and cardinality(whom.ids) = 0 then 'unmatched:customer'
      """;

  private static final String OUTCOME =
      """
      case when l.id is null or exists (select from unnest(whom.ids) one where one not in
          (select o.customer_id from alert_customers o where o.alert_id = l.id)) then 'created'
        when i.told_title <> l.title or cast(i.told_since as timestamptz) <> l.since or l.over_at is not null then 'changed'
        else 'unchanged' end
      """;

  private static final String TOLD =
      """
      insert into alerts (key, title, since, received_at, received_by)
      select j.key, coalesce(j.told_title, l.title), coalesce(cast(j.told_since as timestamptz), l.since),
        coalesce(cast(j.told_received as timestamptz), now()), terms.by_id
      from (select key, told_title, told_since, told_received, min(line) as line from judged
        where outcome <> 'unchanged' and line between ? and ? group by 1, 2, 3, 4) j
      cross join terms left join alerts l on l.key = j.key order by j.line
      on conflict (key) do update set title = excluded.title, since = excluded.since, over_at = null,
        received_at = case when alerts.over_at is null then alerts.received_at else excluded.received_at end
      """;

  private static final String GIVEN =
      """
      insert into alert_customers (alert_id, customer_id, agent_id)
      select distinct on (l.id, one) l.id, one, j.agent_id
      from judged j join alerts l on l.key = j.key, unnest(j.whom) one
      where j.agent_id is not null and j.outcome in ('created', 'changed') and j.line between ? and ?
      on conflict do nothing
      """;

  private static final String ASSIGNED =
      """
      select assign_alert(l.id, array_agg(distinct one))
      from judged j join alerts l on l.key = j.key, unnest(j.whom) one
      where j.outcome in ('created', 'changed') and j.line between ? and ? group by l.id
      """;

  private AlertIntakeSql() {}

  static IntakeSql of() {
    return new IntakeSql(
        new IntakeSql.Judging(
                "line",
                Field.KEY,
                FOUND,
                FAULTS,
                OUTCOME,
                ", whom.ids as whom, a.id as agent_id",
                ", max(title) over (partition by key) as told_title, max(since) over (partition by key) as told_since,"
                    + " max(received) over (partition by key) as told_received")
            .of(Kind.ALERTS),
        List.of(),
        List.of(TOLD, GIVEN, ASSIGNED),
        List.of());
  }
}
