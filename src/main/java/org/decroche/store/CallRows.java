package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Door;
import org.decroche.store.CallRecord.Out;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.CallRecord.Step;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of calls and steps. */
final class CallRows {
  static final String SELECT =
      """
      select c.id, c.front_door_id, d.name as door_name, d.country, c.number_kind, c.number, c.customer_id,
        p.name as customer_name, c.arrived_at, c.answered_at, c.answered_by, a.name as agent_name, c.ended_at, c.ending,
        greatest(c.seconds_billed_before_human,
          ceil(extract(epoch from coalesce(c.answered_at, c.ended_at, now()) - c.billed_at)))::integer
          as seconds_billed_before_human, c.direction, c.called_by, c.debt_id, c.outcome, b.name as caller_name
      from calls c
      left join front_doors d on d.id = c.front_door_id
      left join customers p on p.id = c.customer_id
      left join agents a on a.id = c.answered_by
      left join agents b on b.id = c.called_by
      """;

  static final String STEPS =
      """
      select s.seq, s.at, s.kind, s.agent_id, a.name as agent_name, s.offer, s.reason, s.detail
      from call_steps s left join agents a on a.id = s.agent_id
      where s.call_id = :call order by s.at, s.seq
      """;

  private CallRows() {}

  static CallRecord call(ResultSet row, StatementContext context) throws SQLException {
    return new CallRecord(
        new CallId(row.getString("id")),
        row.getString("door_name") == null
            ? Optional.empty()
            : Optional.of(
                new Door(
                    new FrontDoorId(row.getLong("front_door_id")),
                    row.getString("door_name"),
                    row.getString("country"))),
        CallNumbers.read(row.getString("number_kind"), row.getString("number")),
        row.getString("customer_name") == null
            ? Optional.empty()
            : Optional.of(new Person(row.getLong("customer_id"), row.getString("customer_name"))),
        AgentRows.instant(row, "arrived_at"),
        AgentRows.instantOrNull(row, "answered_at"),
        agent(row, "answered_by"),
        AgentRows.instantOrNull(row, "ended_at"),
        row.getString("ending"),
        row.getInt("seconds_billed_before_human"),
        row.getString("direction").equals("out") ? Optional.of(out(row)) : Optional.empty(),
        List.of());
  }

  private static Out out(ResultSet row) throws SQLException {
    long debt = row.getLong("debt_id");
    Optional<Long> ofDebt = row.wasNull() ? Optional.empty() : Optional.of(debt);
    return new Out(agent(row, "called_by", "caller_name"), ofDebt, row.getString("outcome"));
  }

  static Step step(ResultSet row, StatementContext context) throws SQLException {
    long offer = row.getLong("offer");
    Long offerOrNull = row.wasNull() ? null : offer;
    return new Step(
        row.getLong("seq"),
        AgentRows.instant(row, "at"),
        row.getString("kind"),
        agent(row, "agent_id"),
        offerOrNull,
        row.getString("reason"),
        row.getString("detail"));
  }

  private static Optional<Agent> agent(ResultSet row, String id) throws SQLException {
    return agent(row, id, "agent_name");
  }

  private static Optional<Agent> agent(ResultSet row, String id, String column)
      throws SQLException {
    String name = row.getString(column);
    return name == null
        ? Optional.empty()
        : Optional.of(new Agent(new AgentId(row.getLong(id)), name));
  }
}
