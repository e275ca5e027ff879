package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Door;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Debt.Assignment;
import org.decroche.store.Debt.Standing;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of debts. */
final class DebtRows {
  static final String SELECT =
      """
      select d.*, c.name as customer_name, f.name as door_name, f.country, o.name as owner_name,
        s.name as settler_name, w.name as writer_name, m.calls, m.rang, g.assignments
      from debts d
      join front_doors f on f.id = d.front_door_id
      left join customers c on c.id = d.customer_id
      left join agents o on o.id = d.owner_id
      left join agents s on s.id = d.settled_by
      left join agents w on w.id = d.written_off_by,
      lateral (
        select count(*) as calls, (array_agg(extract(epoch from k.ended_at - k.arrived_at) order by k.arrived_at desc))[1] as rang
        from debt_calls b join calls k on k.id = b.call_id where b.debt_id = d.id) m,
      lateral (
        select coalesce(jsonb_agg(jsonb_build_object('at', x.at, 'fromId', x.from_id, 'from', fa.name,
          'toId', x.to_id, 'to', ta.name, 'byId', x.by_id, 'by', ba.name) order by x.id), '[]') as assignments
        from debt_assignments x left join agents fa on fa.id = x.from_id
        join agents ta on ta.id = x.to_id join agents ba on ba.id = x.by_id where x.debt_id = d.id) g
      """;

  static final String IS_OPEN = "d.settled_at is null and d.written_off_at is null";

  private DebtRows() {}

  static Debt debt(ResultSet row, StatementContext context) throws SQLException {
    return new Debt(
        row.getLong("id"),
        new PhoneNumber(row.getString("number")),
        customer(row),
        new Door(
            new FrontDoorId(row.getLong("front_door_id")),
            row.getString("door_name"),
            row.getString("country")),
        agent(row, "owner_id", "owner_name"),
        AgentRows.instant(row, "began_at"),
        AgentRows.instant(row, "missed_at"),
        Duration.ofSeconds(Math.max(0, row.getLong("rang"))),
        Math.max(1, row.getInt("calls")),
        AgentRows.instant(row, "due_at"),
        standing(row),
        new JsonArray(row.getString("assignments"))
            .stream().map(JsonObject.class::cast).map(DebtRows::assignment).toList());
  }

  private static Assignment assignment(JsonObject one) {
    return new Assignment(
        OffsetDateTime.parse(one.getString("at")).toInstant(),
        one.getString("from") == null ? Optional.empty() : Optional.of(agent(one, "from")),
        agent(one, "to"),
        agent(one, "by"));
  }

  private static Agent agent(JsonObject of, String name) {
    return new Agent(new AgentId(of.getLong(name + "Id")), of.getString(name));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    Instant settled = AgentRows.instantOrNull(row, "settled_at");
    if (settled != null) {
      return new Standing.Settled(settled, agent(row, "settled_by", "settler_name"));
    }
    Instant writtenOff = AgentRows.instantOrNull(row, "written_off_at");
    return writtenOff == null
        ? new Standing.Open()
        : new Standing.WrittenOff(
            writtenOff,
            agent(row, "written_off_by", "writer_name").orElseThrow(),
            row.getString("written_off_reason"));
  }

  private static Optional<Person> customer(ResultSet row) throws SQLException {
    String name = row.getString("customer_name");
    return name == null
        ? Optional.empty()
        : Optional.of(new Person(row.getLong("customer_id"), name));
  }

  private static Optional<Agent> agent(ResultSet row, String id, String name) throws SQLException {
    String known = row.getString(name);
    return known == null
        ? Optional.empty()
        : Optional.of(new Agent(new AgentId(row.getLong(id)), known));
  }
}
