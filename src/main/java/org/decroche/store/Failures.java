package org.decroche.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells a database that is gone or too slow from a value it refuses and from a fault of ours. */
final class Failures {
  /** Broken in use, closed; ended by an administrator, by a crash of a neighbour. */
  private static final Set<String> CUT_OFF = Set.of("08006", "08003", "57P01", "57P02");

  private Failures() {}

  /** The exception that leaves this package. */
  static RuntimeException translated(Exception failure) {
    Optional<SQLException> sql = sql(failure);
    if (sql.isPresent() && passing(sql.get())) {
      return new DatabaseUnavailable(
          "the database does not answer (" + sql.get().getSQLState() + ")", failure);
    }
    return failure instanceof RuntimeException ours ? ours : new IllegalStateException(failure);
  }

  /** The first SQL failure among the causes. */
  static Optional<SQLException> sql(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  /** Whether a connection that was open is gone: the server ended it, or it broke. */
  static boolean isCutOff(Exception failure) {
    return sql(failure)
        .filter(sql -> !(sql instanceof SQLTransientConnectionException)) // none was free in time
        .map(SQLException::getSQLState)
        .filter(CUT_OFF::contains)
        .isPresent();
  }

  /** The constraint a value broke, if that is what happened. */
  static Optional<Broken> broken(Throwable failure) {
    return sql(failure)
        .filter(PSQLException.class::isInstance)
        .map(sql -> ((PSQLException) sql).getServerErrorMessage())
        .filter(message -> message.getConstraint() != null)
        .map(Failures::broken);
  }

  /** A broken constraint, by the state SQL gives it. */
  record Broken(String state, String table, String constraint) {}

  private static Broken broken(ServerErrorMessage message) {
    String table = message.getTable();
    return new Broken(
        String.valueOf(message.getSQLState()),
        table == null ? "" : table,
        String.valueOf(message.getConstraint()));
  }

  private static boolean passing(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      // HikariCP's own: no connection became free in time.
      return true;
    }
    return switch (state.substring(0, 2)) {
      // connection, resources, operator intervention (statement time-out, shutdown), lost
      // transaction, lock not free
      case "08", "53", "57", "40", "25", "28", "3D" -> true;
      default -> state.equals("55P03");
    };
  }
}
