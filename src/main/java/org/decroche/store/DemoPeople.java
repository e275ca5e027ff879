package org.decroche.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Invented customers for the demonstration. */
public final class DemoPeople {
  private static final String FILE = "/sql/demo/people.sql";

  private final Database database;

  public DemoPeople(Database database) {
    this.database = database;
  }

  /** Again and again does no harm. Cases appear once their owners (alice, karim, chloe) exist. */
  public void load() {
    try (InputStream file = DemoPeople.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("missing from the jar: " + FILE);
      }
      database.run(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
