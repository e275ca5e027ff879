package org.decroche.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;

/**
 * The open database.
 *
 * <p>It has two sets of connections: one for live calls, one for desks. However slow a report is, a
 * caller's look-up finds a connection.
 */
public final class Database implements AutoCloseable {
  /** Similar words are only proposed, so any likeness will do; the distance is judged after it. */
  private static final String SEARCHING =
      "set local enable_seqscan = off; set local jit = off; set local work_mem = '32MB';"
          + " set local pg_trgm.similarity_threshold = 0.2";

  private static final Duration LONG_WORK = Duration.ofMinutes(30);

  private final DatabaseAccess access;
  private final HikariDataSource callPool;
  private final HikariDataSource deskPool;
  private final Jdbi calls;
  private final Jdbi desks;

  private Database(DatabaseAccess access) {
    this.access = access;
    callPool = Server.callPool(access);
    deskPool = Server.deskPool(access);
    calls = jdbi(callPool);
    desks = jdbi(deskPool);
  }

  /**
   * Connects, brings the tables up to date and opens the pools. Takes a few seconds at most when
   * nobody answers.
   */
  public static Opening open(DatabaseAccess access) {
    return Migration.run(access)
        .<Opening>map(refused -> refused)
        .orElseGet(() -> new Opening.Ready(warm(new Database(access))));
  }

  /**
   * The first look-up of a Java process takes up to a second, all of it loading classes; it shall
   * not be a caller's.
   */
  private static Database warm(Database database) {
    StoredCallers callers = new StoredCallers(database);
    for (int time = 0; time < 10; time++) {
      Recognition unused = callers.lookUp(new PhoneNumber("+99900000"), new FrontDoorId(0));
    }
    return database;
  }

  /** Tells whether a question gets an answer, within about a second. */
  public boolean answers() {
    try {
      return forCall(handle -> handle.select("select true").mapTo(Boolean.class).one());
    } catch (DatabaseUnavailable unavailable) {
      return false;
    }
  }

  @Override
  public void close() {
    callPool.close();
    deskPool.close();
  }

  /** One question on the way of a live call. */
  <T> T forCall(HandleCallback<T, SQLException> question) {
    return guarded(() -> asked(calls, question));
  }

  /** Questions of a desk. */
  <T> T read(HandleCallback<T, SQLException> question) {
    return guarded(() -> asked(desks, question));
  }

  /**
   * Questions that only the indexes made for them may answer: what a word costs depends on how
   * common it is, which a planner that prefers to read the whole table cannot know in advance.
   */
  <T> T search(HandleCallback<T, SQLException> question) {
    return guarded(
        () ->
            desks.inTransaction(
                handle -> {
                  handle.execute(SEARCHING);
                  return question.withHandle(handle);
                }));
  }

  /** A connection apart, for what takes minutes; nobody at a desk waits for it. To be closed. */
  Connection longWork() throws SQLException {
    Connection connection = Server.connections(access, LONG_WORK).getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set lock_timeout = 30000; set idle_in_transaction_session_timeout = 120000; set jit = off;"
              + " set work_mem = '64MB'");
    }
    return connection;
  }

  /** Changes that happen together or not at all. */
  <T> T write(HandleCallback<T, SQLException> change) {
    return guarded(() -> desks.inTransaction(change));
  }

  /** The same for what may take minutes, on a connection apart: nobody at a desk waits for it. */
  <T> T longWrite(HandleCallback<T, SQLException> change) {
    return guarded(
        () -> {
          try (Connection connection = longWork()) {
            return configured(Jdbi.create(connection)).inTransaction(change);
          }
        });
  }

  /** Runs a file of statements as one change. */
  void run(String script) {
    guarded(() -> desks.inTransaction((Handle handle) -> handle.createScript(script).execute()));
  }

  private static Jdbi jdbi(HikariDataSource pool) {
    return configured(Jdbi.create(pool));
  }

  private static Jdbi configured(Jdbi jdbi) {
    jdbi.registerArgument(new PlainText());
    // By default a failure quotes every value of the statement: telephone numbers, digests.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    return jdbi;
  }

  /**
   * The pool looks at a connection before it lends it, but not at one that was used half a second
   * ago: when the server has just ended that one, the question is asked again on another. At most
   * all of them are gone; a server that is gone is told by the pool, in its own time. Asking twice
   * does no more than asking once.
   */
  private static <T> T asked(Jdbi pool, HandleCallback<T, SQLException> question)
      throws SQLException {
    for (int left = Server.MOST_CONNECTIONS; left > 0; left--) {
      try {
        return pool.withHandle(question);
      } catch (JdbiException | SQLException failure) {
        if (!Failures.isCutOff(failure)) {
          throw failure;
        }
      }
    }
    return pool.withHandle(question);
  }

  private interface Work<T> {
    T done() throws SQLException;
  }

  private static <T> T guarded(Work<T> work) {
    try {
      return work.done();
    } catch (JdbiException | SQLException failure) {
      throw Failures.translated(failure);
    }
  }
}
