package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.jdbi.v3.core.Handle;

/**
 * What moves from one customer to another when they are merged, and back. Every table that names a
 * customer is in here, but those that tell of the merge itself.
 */
final class MovedThings {
  private static final String CASES =
      "update cases set customer_id = :to, version = version + 1 where customer_id = :from%s returning id::text";
  private static final String CALLS =
      "update calls set customer_id = :to where customer_id = :from%s returning id";
  private static final String DEBTS =
      "update debts set customer_id = :to where customer_id = :from%s returning id::text";
  private static final String MESSAGES =
      "update messages set customer_id = :to where customer_id = :from%s returning id::text";
  private static final String PEOPLE =
      "update customers set firm_id = :to where firm_id = :from%s returning id::text";

  private static final String SAID =
      """
      insert into timeline (case_id, at, kind, author_id, version, detail)
      select id, :now, 'customer', :by, version, jsonb_build_object('from', :from, 'to', :to)
      from cases where id::text = any(:ids)
      """;

  private MovedThings() {}

  /** Moves everything, and returns what that was. */
  static JsonObject over(Handle handle, long from, long to, AgentId by, Instant now) {
    List<String> cases = move(handle, CASES.formatted(""), from, to);
    say(handle, cases, from, to, by, now);
    return new JsonObject()
        .put("cases", new JsonArray(cases))
        .put("calls", new JsonArray(move(handle, CALLS.formatted(""), from, to)))
        .put("debts", new JsonArray(move(handle, DEBTS.formatted(""), from, to)))
        .put("messages", new JsonArray(move(handle, MESSAGES.formatted(""), from, to)))
        .put("people", new JsonArray(move(handle, PEOPLE.formatted(""), from, to)))
        .put("alerts", alerts(handle, from))
        .put("alertsAdded", new JsonArray(addAlerts(handle, from, to)))
        .put("drafts", Drafts.customerBecomes(handle, from, to))
        .put("numbers", numbers(handle, from))
        .put("added", new JsonArray(addNumbers(handle, from, to)));
  }

  /** What is still there of it goes back. */
  static void back(Handle handle, JsonObject moved, long from, long to, AgentId by, Instant now) {
    List<String> cases =
        moveBack(handle, CASES.formatted(" and id::text = any(:ids)"), moved, "cases", from, to);
    say(handle, cases, from, to, by, now);
    for (var kind :
        List.of(
            List.of(CALLS.formatted(" and id = any(:ids)"), "calls"),
            List.of(DEBTS.formatted(" and id::text = any(:ids)"), "debts"),
            List.of(MESSAGES.formatted(" and id::text = any(:ids)"), "messages"),
            List.of(PEOPLE.formatted(" and id::text = any(:ids)"), "people"))) {
      List<String> unused = moveBack(handle, kind.get(0), moved, kind.get(1), from, to);
    }
    numbersBack(handle, moved, from, to);
    alertsBack(handle, moved, from, to);
    // None are named by the merges of earlier versions.
    Drafts.customerIsAgain(handle, moved.getJsonArray("drafts", new JsonArray()), to);
  }

  private static void numbersBack(Handle handle, JsonObject moved, long from, long to) {
    handle
        .createUpdate(
            "delete from customer_numbers where customer_id = :from and number::text = any(:ids)")
        .bind("from", from)
        .bindArray("ids", String.class, texts(moved, "added").toArray())
        .execute();
    handle
        .createUpdate(
            """
            insert into customer_numbers (number, customer_id, label)
            select t.number, :to, t.label from jsonb_to_recordset(cast(:numbers as jsonb)) t (number text, label text)
            on conflict do nothing
            """)
        .bind("to", to)
        .bind("numbers", moved.getJsonArray("numbers").encode())
        .execute();
  }

  private static void alertsBack(Handle handle, JsonObject moved, long from, long to) {
    handle
        .createUpdate(
            "delete from alert_customers where customer_id = :from and alert_id::text = any(:ids)")
        .bind("from", from)
        .bindArray("ids", String.class, texts(moved, "alertsAdded").toArray())
        .execute();
    handle
        .createUpdate(
            """
            insert into alert_customers (alert_id, customer_id, agent_id)
            select l.id, :to, t.agent from jsonb_to_recordset(cast(:alerts as jsonb)) t (alert bigint, agent bigint)
            join alerts l on l.id = t.alert on conflict do nothing
            """)
        .bind("to", to)
        .bind("alerts", moved.getJsonArray("alerts").encode())
        .execute();
  }

  private static JsonArray alerts(Handle handle, long customer) {
    JsonArray alerts = new JsonArray();
    handle
        .createQuery("select alert_id, agent_id from alert_customers where customer_id = :id")
        .bind("id", customer)
        .map(
            (row, context) ->
                alerts.add(
                    new JsonObject()
                        .put("alert", row.getLong("alert_id"))
                        .put("agent", row.getObject("agent_id", Long.class))))
        .list();
    return alerts;
  }

  /** Of an alert about both, the other's own agent calls. */
  private static List<String> addAlerts(Handle handle, long from, long to) {
    List<String> added =
        handle
            .createQuery(
                """
                insert into alert_customers (alert_id, customer_id, agent_id)
                select alert_id, :to, agent_id from alert_customers where customer_id = :from
                on conflict do nothing returning alert_id::text
                """)
            .bind("from", from)
            .bind("to", to)
            .mapTo(String.class)
            .list();
    handle
        .createUpdate("delete from alert_customers where customer_id = :from")
        .bind("from", from)
        .execute();
    return added;
  }

  private static List<String> move(Handle handle, String sql, long from, long to) {
    return handle.createQuery(sql).bind("from", from).bind("to", to).mapTo(String.class).list();
  }

  private static List<String> moveBack(
      Handle handle, String sql, JsonObject moved, String kind, long from, long to) {
    return handle
        .createQuery(sql)
        .bind("from", from)
        .bind("to", to)
        .bindArray("ids", String.class, texts(moved, kind).toArray())
        .mapTo(String.class)
        .list();
  }

  private static void say(
      Handle handle, List<String> cases, long from, long to, AgentId by, Instant now) {
    handle
        .createUpdate(SAID)
        .bind("now", now)
        .bind("by", by.value())
        .bind("from", from)
        .bind("to", to)
        .bindArray("ids", String.class, cases.toArray())
        .execute();
  }

  private static JsonArray numbers(Handle handle, long customer) {
    JsonArray numbers = new JsonArray();
    handle
        .createQuery("select number, label from customer_numbers where customer_id = :id")
        .bind("id", customer)
        .map(
            (row, context) ->
                numbers.add(
                    new JsonObject()
                        .put("number", row.getString("number"))
                        .put("label", row.getString("label"))))
        .list();
    return numbers;
  }

  /** Those that the other had as well keep the other's label. */
  private static List<String> addNumbers(Handle handle, long from, long to) {
    List<String> added =
        handle
            .createQuery(
                """
                insert into customer_numbers (number, customer_id, label)
                select number, :to, label from customer_numbers where customer_id = :from
                on conflict do nothing returning number::text
                """)
            .bind("from", from)
            .bind("to", to)
            .mapTo(String.class)
            .list();
    handle
        .createUpdate("delete from customer_numbers where customer_id = :from")
        .bind("from", from)
        .execute();
    return added;
  }

  private static List<String> texts(JsonObject moved, String kind) {
    return moved.getJsonArray(kind).stream().map(String::valueOf).toList();
  }
}
