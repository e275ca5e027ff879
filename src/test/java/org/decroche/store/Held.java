package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Somebody else's change that has been made and not ended yet, so that others wait for it. */
final class Held implements AutoCloseable {
  private final TestDatabase tables;
  private final Connection connection;
  private final ExecutorService others = Executors.newCachedThreadPool();

  Held(TestDatabase tables, String... changes) throws SQLException {
    this.tables = tables;
    DatabaseAccess access = tables.access();
    connection = DriverManager.getConnection(access.url(), access.user(), access.password());
    connection.setAutoCommit(false);
    for (String change : changes) {
      try (var statement = connection.createStatement()) {
        statement.execute(change);
      }
    }
  }

  /** Begins this, and returns when it waits for what is held. */
  <T> Future<T> waitedForBy(Callable<T> work) {
    Future<T> begun = others.submit(work);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> begun.isDone() || waiting().equals(List.of("t")));
    assertThat(begun.isDone()).as("it did not wait").isFalse();
    return begun;
  }

  private List<String> waiting() {
    return tables.sql(
        """
        select exists (select from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock')
        """);
  }

  /** Ends the change; it holds from now on. */
  void commit() throws SQLException {
    connection.commit();
  }

  /** Ends the change, and waits for what waited for it. */
  <T> T thenGoesOn(Future<T> waited) throws Exception {
    commit();
    return waited.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    others.shutdownNow();
  }
}
