package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.House;
import org.decroche.routing.out.OutLimits;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** What holds for every front door. */
public final class HouseSettings {
  private final Database database;

  public HouseSettings(Database database) {
    this.database = database;
  }

  public House read() {
    return database.read(HouseSettings::read);
  }

  /** After how many days without a touch an open case has gone quiet. */
  public int quietDays() {
    return database.read(handle -> (int) quiet(handle).toDays());
  }

  /** How often each front door is called by the service itself; 0 never. */
  public int testCallSeconds() {
    return database.read(
        handle ->
            handle.createQuery("select test_call_seconds from house").mapTo(Integer.class).one());
  }

  /**
   * Sets that.
   *
   * @param seconds 0, or 10 to 86,400
   */
  public Outcome<Integer> testCalls(int seconds) {
    return Refusals.judged(
        database,
        handle -> {
          handle
              .createUpdate("update house set test_call_seconds = :seconds")
              .bind("seconds", seconds)
              .execute();
          return new Outcome.Done<>(seconds);
        });
  }

  static Duration quiet(Handle handle) {
    return Duration.ofDays(
        handle.createQuery("select quiet_days from house").mapTo(Integer.class).one());
  }

  static House read(Handle handle) {
    return handle.createQuery("select * from house").map(HouseSettings::house).one();
  }

  private static House house(ResultSet row, StatementContext context) throws SQLException {
    return new House(
        row.getInt("missed_offers"),
        new OutLimits(
            row.getInt("calls_out_at_once"),
            row.getInt("calls_out_per_hour"),
            row.getInt("calls_out_per_agent_and_hour"),
            List.of((String[]) row.getArray("destinations").getArray())));
  }

  /**
   * Refuses what is out of the ranges that {@link House} and {@link OutLimits} name.
   *
   * @param quietDays 1 to 365; empty for what stands
   */
  public Outcome<House> change(House wanted, Optional<Integer> quietDays) {
    return Refusals.judged(
        database,
        handle -> {
          handle
              .createUpdate(
                  """
                  update house set missed_offers = :missed, calls_out_at_once = :atOnce,
                    calls_out_per_hour = :perHour, calls_out_per_agent_and_hour = :perAgent, destinations = :prefixes,
                    quiet_days = coalesce(:quiet, quiet_days)
                  """)
              .bind("quiet", quietDays.orElse(null))
              .bind("missed", wanted.missedOffers())
              .bind("atOnce", wanted.out().atOnce())
              .bind("perHour", wanted.out().perHour())
              .bind("perAgent", wanted.out().perAgentAndHour())
              .bindArray("prefixes", String.class, wanted.out().prefixes().toArray())
              .execute();
          return new Outcome.Done<>(read(handle));
        });
  }
}
