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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One real server for the whole test run, in a directory of its own, on a free loopback port, gone
 * at the end.
 */
final class PostgresServer implements AutoCloseable {
  private static final String UNPRIVILEGED = "nobody";
  private static final String SUPERUSER = "postgres";
  static final String TEMPLATE = "decroche_template";

  private final Path directory;
  private final int port;

  private PostgresServer(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static PostgresServer start() {
    try {
      Path directory = Files.createTempDirectory("decroche-postgres");
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
      PostgresServer server = new PostgresServer(directory, freePort());
      server.begin();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  int port() {
    return port;
  }

  DatabaseAccess access(String database, String user) {
    return new DatabaseAccess(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database), user, user);
  }

  /** Runs statements as the superuser. */
  void administer(String... statements) {
    DatabaseAccess access = access("postgres", SUPERUSER);
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
          Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst());
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
    run(asServer("bin/pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop"));
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void begin() throws IOException {
    run(List.of("tar", "-xJf", binaries().toString(), "-C", directory.toString()));
    Path data = Files.createDirectory(directory.resolve("data"));
    Path password = Files.writeString(directory.resolve("password"), SUPERUSER + "\n");
    if (isRoot()) {
      run(List.of("chown", UNPRIVILEGED, data.toString()));
    }
    run(
        asServer(
            "bin/initdb",
            "-D",
            "data",
            "-U",
            SUPERUSER,
            "--pwfile=" + password,
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--no-sync"));
    run(
        asServer(
            "bin/pg_ctl",
            "-D",
            "data",
            "-l",
            "data/log",
            "-w",
            "-o",
            "-p %d -k '' -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
                .formatted(port),
            "start"));
    // The roles as in production: an owner who is no superuser, and Asterisk's reader.
    administer(
        "create role decroche login password 'decroche'",
        "create role decroche_asterisk login password 'decroche_asterisk'",
        "create database " + TEMPLATE + " owner decroche");
    Opening opening = Database.open(access(TEMPLATE, "decroche"));
    if (!(opening instanceof Opening.Ready ready)) {
      throw new IllegalStateException(opening.toString());
    }
    ready.database().close();
  }

  private static Path binaries() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target", "postgres"))) {
      return files
          .filter(file -> file.toString().endsWith(".txz"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** PostgreSQL refuses to run as root. */
  private static List<String> asServer(String... command) {
    List<String> whole = new ArrayList<>();
    if (isRoot()) {
      whole.addAll(List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--clear-groups", "--"));
    }
    whole.addAll(List.of(command));
    return whole;
  }

  private void run(List<String> command) {
    try {
      Path output = Files.createTempFile("decroche-postgres", ".out");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      String said = Files.readString(output);
      Files.delete(output);
      if (!ended || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
