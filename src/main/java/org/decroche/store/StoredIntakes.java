package org.decroche.store;

import java.sql.SQLException;
import java.util.Set;
import org.decroche.moving.Field;
import org.decroche.moving.Intake;
import org.decroche.moving.Intakes;
import org.decroche.moving.Kind;

/** The way in for a file's rows. */
public final class StoredIntakes implements Intakes {
  private final Database database;

  public StoredIntakes(Database database) {
    this.database = database;
  }

  @Override
  public Intake open(Kind kind, Set<Field> fields, Defaults options) {
    try {
      return new StoredIntake(database.longWork(), kind, fields, options);
    } catch (SQLException failure) {
      throw Failures.translated(failure);
    }
  }
}
