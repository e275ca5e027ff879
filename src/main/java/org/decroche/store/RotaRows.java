package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.RoutingSettings.OnceTurn;
import org.decroche.store.RoutingSettings.WantedTurn;
import org.decroche.store.RoutingSettings.WeeklyTurn;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** A front door's rota in its table. */
final class RotaRows {
  private static final String WEEKLY =
      """
      insert into door_turns (front_door_id, position, agent_id, from_minute, to_minute, days, every_weeks, week_of)
      values (:door, :position, :agent, :from, :to, :days, :everyWeeks, :weekOf)
      """;
  private static final String ONCE =
      """
      insert into door_turns (front_door_id, position, agent_id, from_minute, to_minute, first_day, last_day)
      values (:door, :position, :agent, :from, :to, :first, :last)
      """;

  private RotaRows() {}

  static List<WantedTurn> of(Handle handle, FrontDoorId door) {
    return handle
        .createQuery("select * from door_turns where front_door_id = :door order by position")
        .bind("door", door.value())
        .map(RotaRows::turn)
        .list();
  }

  /** In place of what stood there. */
  static void replace(Handle handle, FrontDoorId door, List<WantedTurn> rota) {
    handle
        .createUpdate("delete from door_turns where front_door_id = :door")
        .bind("door", door.value())
        .execute();
    for (int position = 0; position < rota.size(); position++) {
      insert(handle, door, position, rota.get(position));
    }
  }

  private static void insert(Handle handle, FrontDoorId door, int position, WantedTurn turn) {
    Update row = handle.createUpdate(turn instanceof WeeklyTurn ? WEEKLY : ONCE);
    switch (turn) {
      case WeeklyTurn weekly ->
          row.bindArray("days", Integer.class, weekly.days())
              .bind("everyWeeks", weekly.everyWeeks())
              .bind("weekOf", weekly.weekOf().orElse(null));
      case OnceTurn once -> row.bind("first", once.first()).bind("last", once.last());
    }
    row.bind("door", door.value())
        .bind("position", position)
        .bind("agent", turn.agent().value())
        .bind("from", turn.from())
        .bind("to", turn.to())
        .execute();
  }

  private static WantedTurn turn(ResultSet row, StatementContext context) throws SQLException {
    AgentId agent = new AgentId(row.getLong("agent_id"));
    int from = row.getInt("from_minute");
    int to = row.getInt("to_minute");
    LocalDate first = row.getObject("first_day", LocalDate.class);
    if (first != null) {
      return new OnceTurn(first, row.getObject("last_day", LocalDate.class), from, to, agent);
    }
    Integer[] days = (Integer[]) row.getArray("days").getArray();
    return new WeeklyTurn(
        Arrays.asList(days),
        from,
        to,
        row.getInt("every_weeks"),
        Optional.ofNullable(row.getObject("week_of", LocalDate.class)),
        agent);
  }
}
