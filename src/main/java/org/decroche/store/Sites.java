package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Web pages with a form that may post here. */
public final class Sites {
  private final Database database;

  public Sites(Database database) {
    this.database = database;
  }

  /**
   * A page.
   *
   * @param token says which form it is, to everybody who reads the page
   */
  public record Site(long id, String token, Settings settings) {}

  /**
   * What one may set.
   *
   * @param origins pages that a browser may send it from
   * @param perHour more messages than that within an hour are refused, 1 to 10,000
   */
  public record Settings(
      String name, FrontDoorId door, List<String> origins, int perHour, boolean enabled) {
    public Settings {
      origins = List.copyOf(origins);
    }
  }

  public List<Site> all() {
    return database.read(
        handle -> handle.createQuery("select * from sites order by name").map(Sites::site).list());
  }

  /** Empty for a token that is nobody's, or of a page that may not post any more. */
  public Optional<Site> of(String token) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from sites where token = :token and enabled")
                .bind("token", token)
                .map(Sites::site)
                .findOne());
  }

  /** Refuses a name that is taken, and a door there is not. */
  public Outcome<Site> create(Settings wanted, String token) {
    return Refusals.judged(
        database,
        handle ->
            new Outcome.Done<>(
                bound(
                        handle.createQuery(
                            """
                            insert into sites (name, token, front_door_id, origins, per_hour, enabled)
                            values (:name, :token, :door, :origins, :perHour, :enabled) returning *
                            """),
                        wanted)
                    .bind("token", token)
                    .map(Sites::site)
                    .one()));
  }

  public Outcome<Site> change(long id, Settings wanted) {
    return Refusals.judged(
        database,
        handle ->
            bound(
                    handle.createQuery(
                        """
                        update sites set name = :name, front_door_id = :door, origins = :origins, per_hour = :perHour, enabled = :enabled
                        where id = :id returning *
                        """),
                    wanted)
                .bind("id", id)
                .map(Sites::site)
                .findOne()
                .<Outcome<Site>>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.NotFound<>("id")));
  }

  /** Refuses while a message stands on it. */
  public Outcome<Boolean> remove(long id) {
    return Refusals.judged(
        database,
        handle ->
            handle.createUpdate("delete from sites where id = :id").bind("id", id).execute() == 0
                ? new Outcome.NotFound<>("id")
                : new Outcome.Done<>(true));
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Settings wanted) {
    return statement
        .bind("name", wanted.name().strip())
        .bind("door", wanted.door().value())
        .bindArray("origins", String.class, wanted.origins())
        .bind("perHour", wanted.perHour())
        .bind("enabled", wanted.enabled());
  }

  private static Site site(ResultSet row, StatementContext context) throws SQLException {
    return new Site(
        row.getLong("id"),
        row.getString("token"),
        new Settings(
            row.getString("name"),
            new FrontDoorId(row.getLong("front_door_id")),
            List.of((String[]) row.getArray("origins").getArray()),
            row.getInt("per_hour"),
            row.getBoolean("enabled")));
  }
}
