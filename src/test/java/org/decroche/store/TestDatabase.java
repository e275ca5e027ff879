package org.decroche.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A database of a test class's own, freshly migrated. */
public final class TestDatabase implements AutoCloseable {
  private final PostgresServer server;
  private final String name;
  private final Database database;

  TestDatabase(PostgresServer server, String name) {
    this.server = server;
    this.name = name;
    server.administer(
        "create database %s template %s owner decroche".formatted(name, PostgresServer.TEMPLATE));
    this.database = ((Opening.Ready) Database.open(access())).database();
  }

  /** Open until the test class ends. */
  public Database database() {
    return database;
  }

  /** As the owner, who is no superuser. */
  public DatabaseAccess access() {
    return server.access(name, "decroche");
  }

  public DatabaseAccess asAsterisk() {
    return server.access(name, "decroche_asterisk");
  }

  /** Runs SQL as the owner; the first column of each row comes back as text. */
  public List<String> sql(String sql) {
    return sql(access(), sql);
  }

  /** The same as somebody else. */
  public static List<String> sql(DatabaseAccess access, String sql) {
    List<String> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
    return found;
  }

  /**
   * Stops every process of the server where it stands (SIGSTOP), does this, and lets them go on.
   */
  public void whileFrozen(Runnable work) {
    List<Long> processes = server.processes();
    signal("-STOP", processes);
    try {
      work.run();
    } finally {
      signal("-CONT", processes);
    }
  }

  @Override
  public void close() {
    database.close();
    server.administer("drop database %s with (force)".formatted(name));
  }

  private static void signal(String signal, List<Long> processes) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add(process.toString()));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
