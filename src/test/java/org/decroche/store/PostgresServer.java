package org.decroche.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One real server for the whole test run, made by our own script, in a directory of its own, gone
 * at the end.
 */
final class PostgresServer implements AutoCloseable {
  private static final Map<String, String> SECRETS =
      Map.of(
          "decroche",
          "database",
          "decroche_asterisk",
          "database-asterisk",
          "postgres",
          "database-superuser");
  static final String TEMPLATE = "decroche";

  private final Path data;
  private final int port;

  private PostgresServer(Path data, int port) {
    this.data = data;
    this.port = port;
  }

  static PostgresServer start() {
    try {
      // Open to others, since the server runs as a user of its own when the tests run as root.
      Path parent =
          Files.createTempDirectory(
              "decroche-database",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      PostgresServer server = new PostgresServer(parent.resolve("data"), freePort());
      server.script("start");
      Opening opening = Database.open(server.access(TEMPLATE, "decroche"));
      if (!(opening instanceof Opening.Ready ready)) {
        server.close();
        throw new IllegalStateException(opening.toString());
      }
      ready.database().close();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  DatabaseAccess access(String database, String user) {
    try {
      String password =
          Files.readString(data.resolve("secrets").resolve(SECRETS.get(user))).strip();
      return new DatabaseAccess(
          "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs statements as the superuser. */
  void administer(String... statements) {
    DatabaseAccess access = access("postgres", "postgres");
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The server's own process and one for each connection. */
  List<Long> processes() {
    try {
      long postmaster =
          Long.parseLong(Files.readAllLines(data.resolve("database/postmaster.pid")).get(0));
      List<Long> all = new ArrayList<>(List.of(postmaster));
      ProcessHandle.of(postmaster).stream()
          .flatMap(ProcessHandle::children)
          .forEach(child -> all.add(child.pid()));
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    script("stop");
    try (Stream<Path> files = Files.walk(data.getParent())) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void script(String verb) {
    try {
      Path said = Files.createTempFile("decroche-database", ".out");
      ProcessBuilder command = new ProcessBuilder("scripts/database", verb);
      command.environment().keySet().removeIf(name -> name.startsWith("DECROCHE_"));
      command
          .environment()
          .putAll(
              Map.of(
                  "DECROCHE_DATA",
                  data.toString(),
                  "DECROCHE_DATABASE_PORT",
                  Integer.toString(port)));
      Process process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      String output = Files.readString(said);
      Files.delete(said);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException("scripts/database " + verb + ": " + output);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
