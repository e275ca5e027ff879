package org.decroche.store;

import org.decroche.routing.House;

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
    return new House(
        handle.createQuery("select missed_offers from house").mapTo(Integer.class).one());
  }

  /** Refuses a number out of 0 to 100. */
  public Outcome<House> change(House wanted) {
    return Refusals.judged(
        database,
        handle -> {
          handle
              .createUpdate("update house set missed_offers = :missed")
              .bind("missed", wanted.missedOffers())
              .execute();
          return new Outcome.Done<>(read(handle));
        });
  }
}
