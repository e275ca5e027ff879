package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Holidays;
import org.decroche.routing.door.TeamId;
import org.decroche.store.RoutingSettings.Closing;
import org.decroche.store.RoutingSettings.Help;
import org.decroche.store.RoutingSettings.OpenSpan;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/** The routing of each front door: its hours, who helps, who is on call. */
public final class DoorRouting {
  private final Database database;

  public DoorRouting(Database database) {
    this.database = database;
  }

  public Optional<RoutingSettings> of(FrontDoorId door) {
    return database.read(handle -> read(handle, door));
  }

  /** Replaces it whole, or refuses and changes nothing: a value out of range, nobody by that id. */
  public Outcome<RoutingSettings> change(FrontDoorId door, RoutingSettings wanted) {
    return Refusals.judged(
        database,
        handle -> {
          if (updateDoor(handle, door, wanted) == 0) {
            return new Outcome.NotFound<>("id");
          }
          for (String part :
              List.of("door_hours", "door_closed_days", "door_closures", "door_overflow")) {
            handle
                .createUpdate("delete from " + part + " where front_door_id = :door")
                .bind("door", door.value())
                .execute();
          }
          writeParts(handle, door, wanted);
          RotaRows.replace(handle, door, wanted.rota());
          return new Outcome.Done<>(read(handle, door).orElseThrow());
        });
  }

  private static int updateDoor(Handle handle, FrontDoorId door, RoutingSettings wanted) {
    return handle
        .createUpdate(
            """
            update front_doors set patience_seconds = :patience, wrap_up_seconds = :wrapUp, long_wait_seconds = :longWait,
              callback_due_minutes = :callbackDue, on_call_id = :onCall,
              time_zone = :zone, holidays = :holidays
            where id = :door
            """)
        .bind("door", door.value())
        .bind("patience", wanted.patience().toSeconds())
        .bind("wrapUp", wanted.wrapUp().toSeconds())
        .bind("longWait", wanted.longWait().map(Duration::toSeconds).orElse(null))
        .bind("callbackDue", wanted.callbackDue().toMinutes())
        .bind("onCall", wanted.onCall().map(AgentId::value).orElse(null))
        .bind("zone", wanted.zone().getId())
        .bind("holidays", Words.spelt(wanted.holidays()))
        .execute();
  }

  private static void writeParts(Handle handle, FrontDoorId door, RoutingSettings wanted) {
    each(
        handle,
        "insert into door_hours values (:door, :day, :opens, :closes)",
        door,
        wanted.week(),
        (row, span) ->
            row.bind("day", span.day()).bind("opens", span.opens()).bind("closes", span.closes()));
    each(
        handle,
        "insert into door_closed_days values (:door, :day)",
        door,
        wanted.closedDays(),
        (row, day) -> row.bind("day", day));
    each(
        handle,
        "insert into door_closures values (:door, :from, :until)",
        door,
        wanted.closures(),
        (row, closing) -> row.bind("from", closing.from()).bind("until", closing.until()));
    each(
        handle,
        "insert into door_overflow values (:door, :position, :team, :after)",
        door,
        wanted.overflow(),
        (row, help) ->
            row.bind("position", wanted.overflow().indexOf(help))
                .bind("team", help.team().value())
                .bind("after", help.after().toSeconds()));
  }

  private static <T> void each(
      Handle handle,
      String sql,
      FrontDoorId door,
      List<T> rows,
      BiConsumer<PreparedBatch, T> bind) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (T row : rows) {
      batch.bind("door", door.value());
      bind.accept(batch, row);
      batch.add();
    }
    batch.execute();
  }

  static Optional<RoutingSettings> read(Handle handle, FrontDoorId door) {
    return handle
        .createQuery(
            """
            select id, patience_seconds, wrap_up_seconds, callback_due_minutes, long_wait_seconds, on_call_id, time_zone, holidays
            from front_doors where id = :door
            """)
        .bind("door", door.value())
        .map((row, context) -> whole(handle, door, row))
        .findOne();
  }

  private static RoutingSettings whole(Handle handle, FrontDoorId door, ResultSet row)
      throws SQLException {
    long onCall = row.getLong("on_call_id");
    int longWait = row.getInt("long_wait_seconds");
    return new RoutingSettings(
        Duration.ofSeconds(row.getInt("patience_seconds")),
        Duration.ofSeconds(row.getInt("wrap_up_seconds")),
        Duration.ofMinutes(row.getInt("callback_due_minutes")),
        longWait == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(longWait)),
        onCall == 0 ? Optional.empty() : Optional.of(new AgentId(onCall)),
        RotaRows.of(handle, door),
        ZoneId.of(row.getString("time_zone")),
        Words.read(Holidays.class, row.getString("holidays")),
        list(handle, door, "door_hours", "day, opens_minute", DoorRouting::span),
        list(
            handle,
            door,
            "door_closed_days",
            "day",
            (day, context) -> day.getObject("day", LocalDate.class)),
        list(handle, door, "door_closures", "closes_at", DoorRouting::closing),
        list(handle, door, "door_overflow", "position", DoorRouting::help));
  }

  private static <T> List<T> list(
      Handle handle,
      FrontDoorId door,
      String table,
      String order,
      org.jdbi.v3.core.mapper.RowMapper<T> row) {
    return handle
        .createQuery("select * from " + table + " where front_door_id = :door order by " + order)
        .bind("door", door.value())
        .map(row)
        .list();
  }

  private static OpenSpan span(ResultSet row, StatementContext context) throws SQLException {
    return new OpenSpan(row.getInt("day"), row.getInt("opens_minute"), row.getInt("closes_minute"));
  }

  private static Closing closing(ResultSet row, StatementContext context) throws SQLException {
    return new Closing(AgentRows.instant(row, "closes_at"), AgentRows.instant(row, "opens_at"));
  }

  private static Help help(ResultSet row, StatementContext context) throws SQLException {
    return new Help(
        new TeamId(row.getLong("team_id")), Duration.ofSeconds(row.getInt("after_seconds")));
  }
}
