package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections that the server ends a moment after their last use. */
@ExtendWith(PostgresExtension.class)
class CutOffTest {
  private final TestDatabase postgres;
  private final Database database;

  CutOffTest(TestDatabase postgres) {
    this.postgres = postgres;
    this.database = postgres.database();
  }

  @Test
  void aQuestionIsAskedAgainOnAnotherConnection() {
    for (int time = 0; time < 3; time++) {
      assertThat(one()).isEqualTo(1);
      endAllConnections();
      assertThat(one()).isEqualTo(1);
      endAllConnections();
      assertThat(database.answers()).isTrue();
    }
  }

  @Test
  void aChangeIsNotForNobodyKnowsWhetherItWasMade() {
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                database.write(
                    handle -> {
                      tries.incrementAndGet();
                      endAllConnections();
                      return handle.execute("update house set calls_out_at_once = 7");
                    }))
        .isInstanceOf(DatabaseUnavailable.class);
    assertThat(tries).hasValue(1);
  }

  private int one() {
    return database.read(handle -> handle.select("select 1").mapTo(Integer.class).one());
  }

  private void endAllConnections() {
    postgres.sql(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);
  }
}
