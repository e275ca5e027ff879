package org.decroche.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made. The drivers' own defaults wait for ever; here nothing does. */
final class Server {
  /** A machine busy with its own start is slow to shake hands; a call would not wait so long. */
  private static final int CONNECT_SECONDS = 5;

  /**
   * The server ends a statement in time; only when it is silent does the socket, a little later.
   */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Of one pool. */
  static final int MOST_CONNECTIONS = 8;

  private Server() {}

  /**
   * Connections one by one, for the start.
   *
   * @throws IllegalArgumentException when the address is none of PostgreSQL's
   */
  static PGSimpleDataSource connections(DatabaseAccess access, Duration silence) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(access.url());
    if (access.user() != null) {
      source.setUser(access.user());
    }
    if (access.password() != null) {
      source.setPassword(access.password());
    }
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(2 * CONNECT_SECONDS);
    source.setSocketTimeout((int) silence.toSeconds());
    source.setTcpKeepAlive(true);
    source.setApplicationName("decroche");
    // The detail of an error quotes the row: telephone numbers, names.
    source.setLogServerErrorDetail(false);
    return source;
  }

  /** Connections for a live call's few questions, always the same. */
  static HikariDataSource callPool(DatabaseAccess access) {
    Duration statement = Duration.ofSeconds(1);
    PGSimpleDataSource source = connections(access, statement.plus(GRACE));
    // Planning the look-up takes longer than answering it: plan once for each connection.
    source.setPrepareThreshold(1);
    return pool(
        source, "calls", 4, limits(statement) + "; set plan_cache_mode = force_generic_plan");
  }

  /** Connections for all that people do at desks. */
  static HikariDataSource deskPool(DatabaseAccess access) {
    Duration statement = Duration.ofSeconds(5);
    return pool(
        connections(access, statement.plus(GRACE)), "desks", MOST_CONNECTIONS, limits(statement));
  }

  private static HikariDataSource pool(
      PGSimpleDataSource source, String name, int size, String start) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    // Full from the start: opening a connection takes longer than asking the question.
    config.setMinimumIdle(size);
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(250);
    config.setKeepaliveTime(60_000);
    config.setInitializationFailTimeout(0);
    config.setConnectionInitSql(start);
    return new HikariDataSource(config);
  }

  private static String limits(Duration statement) {
    return "set statement_timeout = %d; set lock_timeout = 1000; set idle_in_transaction_session_timeout = 10000"
        .formatted(statement.toMillis());
  }
}
