package org.decroche.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A customer about whom there is something in every table that may hold anything about a customer.
 * Every text about them has {@code zqx} in it.
 */
public final class WellKnownPerson {
  public static final String NAME = "Jeanne Zqxbigniew";
  public static final String NUMBER = "+33639981234";

  /** What a table that may know them would hold, in any spelling of the number. */
  private static final String PATTERN =
      "zqx|6[^[:alnum:]]{0,2}3[^[:alnum:]]{0,2}9[^[:alnum:]]{0,2}9[^[:alnum:]]{0,2}8"
          + "[^[:alnum:]]{0,2}1[^[:alnum:]]{0,2}2[^[:alnum:]]{0,2}3[^[:alnum:]]{0,2}4";

  /** Tables that hold nobody's name, number or words; each is looked through all the same. */
  static final Set<String> ABOUT_NOBODY =
      Set.of(
          "agents",
          "teams",
          "team_members",
          "front_doors",
          "sessions",
          "known_devices",
          "recovery_codes",
          "door_hours",
          "door_closed_days",
          "door_closures",
          "door_overflow",
          "door_turns",
          "house",
          "debt_assignments",
          "debt_calls",
          "talks",
          "events",
          "event_runs",
          "imports",
          "shared_numbers",
          "retention",
          "erasures",
          "bygone",
          "setting_changes",
          "sites",
          "test_calls",
          "alerts",
          "alert_customers",
          "flyway_schema_history");

  public final long id;
  public final long caseId;
  private final TestDatabase tables;

  private WellKnownPerson(TestDatabase tables, long id, long caseId) {
    this.tables = tables;
    this.id = id;
    this.caseId = caseId;
  }

  /** Needs an agent, a team and a front door, the first of each is taken. */
  public static WellKnownPerson in(TestDatabase tables) {
    long id =
        number(
            tables,
            "insert into customers (name, note, language, key) values ('"
                + NAME
                + "', 'zqx hard of hearing', 'fr', 'zqx-key') returning id");
    tables.sql(
        """
        insert into customers (name, note, key, merged_into) values ('zqx maiden name', 'zqx', 'zqx-old', %1$d);
        insert into merges (kept_id, gone_id, at, by_id, moved)
        select %1$d, max(c.id), now(), min(a.id), '{"numbers": [{"number": "%2$s", "label": "zqx"}]}' from customers c, agents a;
        insert into customer_changes (customer_id, at, by_id, version, detail)
        select %1$d, now(), min(id), 1, '{"name": {"from": "zqx"}}' from agents;
        update customers set called = 'zqx Mme' where id = %1$d;
        """
            .formatted(id, NUMBER));
    tables.sql("insert into customer_numbers values ('" + NUMBER + "', " + id + ", 'zqx mobile')");
    long caseId =
        number(
            tables,
            """
            insert into cases (customer_id, title, customer_words, effect, technical, owner_id, key, opened_at, touched_at)
            select %d, 'zqx box', 'zqx nothing works', 'zqx no work', 'zqx fuse', min(id), 'zqx-case', '2026-03-02T10:00Z', '2026-03-02T10:00Z' from agents returning id
            """
                .formatted(id));
    var person = new WellKnownPerson(tables, id, caseId);
    person.matters();
    person.calls();
    person.others();
    person.written();
    return person;
  }

  private void matters() {
    tables.sql(
        """
        insert into errands (case_id, party, contact, what, due_at, asked_at, asked_by)
        select %1$d, 'zqx depot', 'zqx 0199', 'zqx a box', now(), '2026-03-02T10:00Z', min(id) from agents;
        insert into timeline (case_id, kind, author_id, text, detail)
        select %1$d, 'note', min(id), 'zqx said so', '{}'::jsonb from agents
        union all select %1$d, 'words', min(id), null, '{"title": {"from": "zqx"}}'::jsonb from agents
        """
            .formatted(caseId));
    tables.sql(
        """
        insert into promises (case_id, what, by_id, due_at, made_at, made_by)
        select %d, 'zqx a technician', min(id), now(), '2026-03-02T10:00Z', min(id) from agents
        """
            .formatted(caseId));
    tables.sql(
        """
        insert into drafts (agent_id, key, text, kept_at)
        select min(id), key, 'zqx half', now() from agents, (values ('case-%1$d'), ('case-%1$d.promise.what'), ('new-case-%2$d.title'), ('customer-%2$d.profile.name'),
          ('call-jeanne-1'), ('call-jeanne-1:wrap-up.what')) d (key) group by key
        """
            .formatted(caseId, id));
  }

  private void calls() {
    tables.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, customer_id, arrived_at, answered_at, answered_by, ended_at, ending, weighed_at)
        select 'jeanne-1', (select min(id) from front_doors), 'number', '%1$s', %2$d, now() - interval '1 hour',
          now() - interval '59 minutes', (select min(id) from agents), now() - interval '50 minutes', 'talked', now();
        insert into calls (id, front_door_id, number_kind, number, arrived_at, ended_at, ending, weighed_at)
        select 'jeanne-2', (select min(id) from front_doors), 'number', '%1$s', now() - interval '3 hours',
          now() - interval '2 hours', 'gave-up', now();
        insert into call_steps (call_id, seq, at, kind, reason, detail) values
          ('jeanne-1', 1, now(), 'offered', 'you own their open case: zqx box',
            '{"rule":"owner-of-open-case","caseId":%3$d,"case":"zqx box","stage":"anybody","considered":[]}'),
          ('jeanne-1', 2, now(), 'offered', 'Bruno hands over: zqx cannot hear', '{"rule":"handed-over","by":"Bruno","summary":"zqx cannot hear"}'),
          ('jeanne-1', 3, now(), 'identified', null, '{"lookUp":"found","people":1,"customerId":%2$d}'),
          ('jeanne-1', 4, now(), 'offered', 'you were the last to talk with them', '{"rule":"last-talked-with","new-detail":"zqx"}');
        insert into talks (call_id, agent_id, began_at, ended_at)
          select 'jeanne-1', min(id), now() - interval '59 minutes', now() - interval '50 minutes' from agents;
        insert into debts (number, customer_id, front_door_id, owner_id, began_at, missed_at, due_at, written_off_at, written_off_by, written_off_reason)
          select '%1$s', %2$d, (select min(id) from front_doors), min(id), '2026-04-02T10:00Z', '2026-04-02T10:00Z', now(), now(), min(id), 'zqx does not want' from agents;
        insert into debts (number, front_door_id, began_at, missed_at, due_at)
          select '%1$s', (select min(id) from front_doors), '2026-05-02T10:00Z', '2026-05-02T10:00Z', now();
        insert into debt_calls select 'jeanne-2', max(id) from debts;
        insert into drafts (agent_id, key, text, kept_at)
          select min(a.id), 'debt-' || max(d.id) || '.writeoff.reason', 'zqx half', now() from agents a, debts d;
        """
            .formatted(NUMBER, id, caseId));
  }

  private void written() {
    tables.sql(
        """
        insert into sites (name, token, front_door_id) select 'Site', 'site-token-of-twenty-signs', min(id) from front_doors on conflict do nothing;
        insert into messages (site_id, received_at, customer_id, name, number, words, case_id)
          select min(id), now(), %1$d, 'J. Zqxbigniew', '%2$s', 'zqx please call', %3$d from sites;
        insert into alerts (key, title, since, received_at, received_by) select 'a-1', 'Lines down', now(), now(), min(id) from agents on conflict do nothing;
        insert into alert_customers (alert_id, customer_id) select min(id), %1$d from alerts;
        """
            .formatted(id, NUMBER, caseId));
  }

  /** What was noted of them where others are the subject. */
  private void others() {
    tables.sql(
        """
        insert into calls (id, number_kind, number, arrived_at, ended_at, ending, weighed_at)
          values ('other-1', 'number', '+33199007777', now() - interval '1 day', now(), 'talked', now());
        insert into call_steps (call_id, seq, at, kind, reason, detail) values
          ('other-1', 1, now(), 'outside', null, '{"what":"rings","number":"%1$s"}'),
          ('other-1', 2, now(), 'offered', 'you own their open case: zqx box', '{"rule":"owner-of-open-case","caseId":%3$d,"case":"zqx box"}');
        insert into access_log (at, agent_id, act, customer_ids, case_id, reason, words)
          select now(), min(id), 'opened-customer', array[%2$d], %3$d, 'own-words', 'zqx asked by letter' from agents;
        """
            .formatted(NUMBER, id, caseId));
  }

  /** The tables, with their columns, in which anything of them stands. */
  public Set<String> places() {
    return places(tables::sql, PATTERN);
  }

  /**
   * The same of any pattern.
   *
   * @param sql runs a statement and gives the first column of its rows
   */
  public static Set<String> places(Function<String, List<String>> sql, String pattern) {
    Set<String> places = new TreeSet<>();
    for (String column : columns(sql)) {
      String[] named = column.split(" ", 2);
      List<String> found =
          sql.apply(
              "select count(*) from \"%s\" where \"%s\"::text ~* '%s'"
                  .formatted(named[0], named[1], pattern));
      if (!found.getFirst().equals("0")) {
        places.add(named[0] + "." + named[1]);
      }
    }
    return places;
  }

  /** Of every table there is, whatever the type. */
  static List<String> columns(Function<String, List<String>> sql) {
    return sql.apply(
        """
        select c.table_name || ' ' || c.column_name
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where t.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
        """);
  }

  private static long number(TestDatabase tables, String sql) {
    return Long.parseLong(tables.sql(sql).getFirst());
  }
}
