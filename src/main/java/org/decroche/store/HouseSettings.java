package org.decroche.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.decroche.routing.House;
import org.decroche.routing.out.OutLimits;
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

  static House read(org.jdbi.v3.core.Handle handle) {
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

  /** Refuses what is out of the ranges that {@link House} and {@link OutLimits} name. */
  public Outcome<House> change(House wanted) {
    return Refusals.judged(
        database,
        handle -> {
          handle
              .createUpdate(
                  """
                  update house set missed_offers = :missed, calls_out_at_once = :atOnce,
                    calls_out_per_hour = :perHour, calls_out_per_agent_and_hour = :perAgent, destinations = :prefixes
                  """)
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
