package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessLogTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private final TestDatabase tables;
  private final AgentId alice;

  AccessLogTest(TestDatabase tables) {
    this.tables = tables;
    this.alice = new Fixture(tables.database()).agent("alice");
  }

  private AccessLog.Entry look(long customer) {
    return AccessLog.Entry.of(
        NOW, alice, AccessLog.Act.OPENED_CUSTOMER, List.of(customer), "owner");
  }

  @Test
  void whoeverLooksWaitsForNoDatabaseAndNothingIsLost() {
    try (AccessLog log = new AccessLog(tables.database())) {
      tables.whileFrozen(
          () -> {
            long began = System.nanoTime();
            for (int customer = 1; customer <= 1000; customer++) {
              log.note(look(customer));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(Duration.ofSeconds(1));
            assertThat(log.awaitWritten(Duration.ofMillis(300))).isFalse();
          });
      assertThat(log.awaitWritten(Duration.ofSeconds(30))).isTrue();
    }

    assertThat(
            tables.sql(
                "select count(distinct customer_ids) from access_log where customer_ids[1] <= 1000"))
        .containsExactly("1000");
  }

  @Test
  void whatWasNotedBeforeTheEndIsWritten() {
    try (AccessLog log = new AccessLog(tables.database())) {
      log.note(look(2001));
    }

    assertThat(
            tables.sql("select reason from access_log where customer_ids @> array[2001]::bigint[]"))
        .containsExactly("owner");
  }
}
