package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.why.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server stands still: it neither answers nor hangs up. */
@ExtendWith(PostgresExtension.class)
@Timeout(60)
class FrozenDatabaseTest {
  private static final PhoneNumber NUMBER = new PhoneNumber("+33639980112");

  @Test
  void aLookUpGivesUpAndTheNextOneAfterwardsSucceeds(TestDatabase postgres) {
    StoredCallers callers = new StoredCallers(postgres.database());
    assertThat(callers.lookUp(NUMBER, new FrontDoorId(1))).isEqualTo(Recognition.UNKNOWN);

    postgres.whileFrozen(
        () -> {
          for (int call = 0; call < 3; call++) {
            long began = System.nanoTime();
            assertThat(callers.lookUp(NUMBER, new FrontDoorId(1))).isEqualTo(Recognition.LATE);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(Duration.ofSeconds(4));
          }
          assertThat(postgres.database().answers()).isFalse();
        });

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> callers.lookUp(NUMBER, new FrontDoorId(1)).equals(Recognition.UNKNOWN));
    assertThat(postgres.database().answers()).isTrue();
  }

  @Test
  void aDeskIsToldInOneLine(TestDatabase postgres) {
    Agents agents = new Agents(postgres.database());

    postgres.whileFrozen(
        () ->
            assertThatThrownBy(agents::all)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageStartingWith("the database does not answer"));
  }

  @Test
  void theRecordWaitsAndLosesNothing(TestDatabase postgres) {
    try (StoredJournal journal = new StoredJournal(postgres.database())) {
      postgres.whileFrozen(
          () -> {
            for (int seq = 1; seq <= 100; seq++) {
              Instant at = Instant.parse("2026-11-22T09:00:00Z").plusSeconds(seq);
              journal.write(
                  seq == 1
                      ? new Step.Arrived(
                          new CallId("frozen.1"),
                          seq,
                          at,
                          new FrontDoorId(1),
                          new CallerNumber.Withheld())
                      : new Step.Waiting(new CallId("frozen.1"), seq, at, Explanation.NONE));
            }
            assertThat(journal.unwritten()).isEqualTo(100);
          });

      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> journal.unwritten() == 0);
    }
    assertThat(postgres.sql("select count(*) from call_steps")).containsExactly("100");
  }

  @Test
  void aSlowReportDoesNotKeepCallersWaiting(TestDatabase postgres) throws InterruptedException {
    Database database = postgres.database();
    StoredCallers callers = new StoredCallers(database);
    callers.lookUp(NUMBER, new FrontDoorId(1));
    Thread[] reports = new Thread[20];
    for (int report = 0; report < reports.length; report++) {
      reports[report] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      database.read(
                          handle ->
                              handle
                                  .createQuery("select pg_sleep(3)::text")
                                  .mapTo(String.class)
                                  .one());
                    } catch (DatabaseUnavailable tooMany) {
                      // Twenty reports for eight connections: some are turned away, and that is
                      // right.
                    }
                  });
    }
    Awaitility.await()
        .until(
            () ->
                postgres
                    .sql(
                        "select count(*) from pg_stat_activity where query like '%pg_sleep%' and state = 'active'")
                    .get(0),
            busy -> Integer.parseInt(busy) >= 8);

    long began = System.nanoTime();
    assertThat(callers.lookUp(NUMBER, new FrontDoorId(1))).isEqualTo(Recognition.UNKNOWN);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(250));

    for (Thread report : reports) {
      report.join();
    }
  }

  @Test
  void aStatementThatTakesTooLongIsEnded(TestDatabase postgres) {
    assertThatThrownBy(
            () ->
                postgres
                    .database()
                    .forCall(
                        handle ->
                            handle
                                .createQuery("select pg_sleep(30)::text")
                                .mapTo(String.class)
                                .one()))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("57014");
  }

  @Test
  void whoIsMissingIsNotAFaultOfTheDatabase(TestDatabase postgres) {
    assertThat(new Agents(postgres.database()).byId(new AgentId(404))).isEmpty();
  }
}
