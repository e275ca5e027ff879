package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.Outcome.Done;
import org.decroche.store.Outcome.NotFound;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** The public numbers. */
public final class FrontDoors {
  private static final String COLUMNS =
      "id, number, name, country, team_id, offer_seconds, remember_days, real_talk_seconds";

  private final Database database;

  public FrontDoors(Database database) {
    this.database = database;
  }

  /** A front door as stored. */
  public record Door(FrontDoorId id, DoorSettings settings) {}

  /** The oldest first. */
  public List<Door> all() {
    return database.read(
        handle ->
            handle
                .createQuery("select " + COLUMNS + " from front_doors order by id")
                .map(FrontDoors::door)
                .list());
  }

  public Optional<Door> byId(FrontDoorId id) {
    return database.read(
        handle ->
            handle
                .createQuery("select " + COLUMNS + " from front_doors where id = :id")
                .bind("id", id.value())
                .map(FrontDoors::door)
                .findOne());
  }

  /** Refuses a number already taken, an unknown team, a value out of its range. */
  public Outcome<Door> create(DoorSettings settings) {
    return Refusals.judged(
        database,
        handle ->
            new Done<>(
                bound(
                        handle.createQuery(
                            """
                            insert into front_doors
                              (number, name, country, team_id, offer_seconds, remember_days, real_talk_seconds)
                            values (:number, :name, :country, :team, :offer, :remember, :real)
                            returning\s"""
                                + COLUMNS),
                        settings)
                    .map(FrontDoors::door)
                    .one()));
  }

  public Outcome<Door> change(FrontDoorId id, DoorSettings settings) {
    return Refusals.judged(
        database,
        handle ->
            bound(
                    handle.createQuery(
                        """
                        update front_doors set number = :number, name = :name, country = :country, team_id = :team,
                          offer_seconds = :offer, remember_days = :remember, real_talk_seconds = :real
                        where id = :id returning\s"""
                            + COLUMNS),
                    settings)
                .bind("id", id.value())
                .map(FrontDoors::door)
                .findOne()
                .<Outcome<Door>>map(Done::new)
                .orElseGet(() -> new NotFound<>("id")));
  }

  /** Refuses while calls, debts or forms stand on it; its routing goes with it. */
  public Outcome<Boolean> remove(FrontDoorId id) {
    return Refusals.judged(
        database,
        handle ->
            handle
                        .createUpdate("delete from front_doors where id = :id")
                        .bind("id", id.value())
                        .execute()
                    == 0
                ? new NotFound<>("id")
                : new Done<>(true));
  }

  private static <S extends SqlStatement<S>> S bound(S statement, DoorSettings settings) {
    return statement
        .bind("number", settings.number().e164())
        .bind("name", settings.name().strip())
        .bind("country", settings.country())
        .bind("team", settings.team().value())
        .bind("offer", settings.offerSeconds())
        .bind("remember", settings.rememberDays())
        .bind("real", settings.realTalkSeconds());
  }

  private static Door door(ResultSet row, StatementContext context) throws SQLException {
    return new Door(
        new FrontDoorId(row.getLong("id")),
        new DoorSettings(
            new PhoneNumber(row.getString("number")),
            row.getString("name"),
            row.getString("country"),
            new TeamId(row.getLong("team_id")),
            row.getInt("offer_seconds"),
            row.getInt("remember_days"),
            row.getInt("real_talk_seconds")));
  }
}
