package org.decroche.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.decroche.store.Opening.Fault;
import org.decroche.store.Opening.Refused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the tables to what this version needs; says in one line why it could not. */
final class Migration {
  private static final int OLDEST = 150_000;

  /** An index over millions of rows takes its time; silence beyond this is a dead server. */
  private static final Duration SILENCE = Duration.ofMinutes(10);

  private Migration() {}

  /** Empty when all went well. */
  static Optional<Refused> run(DatabaseAccess access) {
    try {
      Optional<Refused> wrong = look(Server.connections(access, Duration.ofSeconds(5)), access);
      return wrong.isPresent() ? wrong : migrate(access);
    } catch (IllegalArgumentException notAnAddress) {
      return refused(
          Fault.UNSUPPORTED,
          "the database address must look like jdbc:postgresql://host:port/name");
    }
  }

  private static Optional<Refused> look(PGSimpleDataSource source, DatabaseAccess access) {
    try (Connection connection = source.getConnection()) {
      int version = serverVersion(connection);
      return version < OLDEST
          ? refused(
              Fault.UNSUPPORTED,
              "PostgreSQL %d at %s is too old: 15 or newer is needed"
                  .formatted(version / 10_000, access.place()))
          : Optional.empty();
    } catch (SQLException failure) {
      return because(failure, access);
    }
  }

  private static int serverVersion(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select current_setting('server_version_num')::int")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static Optional<Refused> migrate(DatabaseAccess access) {
    try {
      PGSimpleDataSource source = Server.connections(access, SILENCE);
      // Two services that start at once wait for one another, not for ever.
      source.setOptions("-c lock_timeout=30s");
      Flyway.configure().dataSource(source).locations("classpath:sql").load().migrate();
      return Optional.empty();
    } catch (FlywayException failure) {
      String first =
          String.valueOf(failure.getMessage())
              .lines()
              .filter(line -> !line.isBlank())
              .findFirst()
              .orElse("");
      return refused(
          Fault.MIGRATION_FAILED,
          "the tables at %s could not be brought up to date: %s"
              .formatted(access.place(), first.strip()));
    }
  }

  private static Optional<Refused> because(SQLException failure, DatabaseAccess access) {
    String state = String.valueOf(failure.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          refused(
              Fault.ACCESS_DENIED,
              "the database at %s refuses our user or password".formatted(access.place()));
      case "3D000" ->
          refused(Fault.NO_SUCH_DATABASE, "there is no database at %s".formatted(access.place()));
      default ->
          refused(
              Fault.UNREACHABLE,
              "the database at %s does not answer (SQL state %s)".formatted(access.place(), state));
    };
  }

  private static Optional<Refused> refused(Fault fault, String sentence) {
    return Optional.of(new Refused(fault, sentence));
  }
}
