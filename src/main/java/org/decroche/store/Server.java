package org.decroche.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** How connections are made. The drivers' own defaults wait for ever; here nothing does. */
final class Server {
  /** A machine busy with its own start is slow to shake hands; a call would not wait so long. */
  private static final int CONNECT_SECONDS = 5;

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

  /**
   * A pool.
   *
   * @param statement how long the server may work on one statement; the socket gives up a little
   *     later
   */
  static HikariDataSource pool(DatabaseAccess access, String name, int size, Duration statement) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(connections(access, statement.plusSeconds(1)));
    config.setMaximumPoolSize(size);
    // Full from the start: opening a connection takes longer than asking the question.
    config.setMinimumIdle(size);
    config.setConnectionTimeout(1_000);
    config.setValidationTimeout(250);
    config.setKeepaliveTime(60_000);
    config.setInitializationFailTimeout(0);
    config.setConnectionInitSql(
        "set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = 10000"
            .formatted(statement.toMillis(), Math.min(1_000, statement.toMillis())));
    return new HikariDataSource(config);
  }
}
