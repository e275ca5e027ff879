package org.decroche.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AccessLog;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.CustomerTies;
import org.decroche.store.Database;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.decroche.web.api.CustomerAccess.Right;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerAccessTest {
  private final Vertx vertx = Vertx.vertx();
  private final HandClock clock = new HandClock();
  private final AccessLog log;
  private final CustomerAccess access;
  private final AgentAccount bruno;

  CustomerAccessTest(Database database, TestDatabase tables) {
    log = new AccessLog(database);
    access =
        new CustomerAccess(
            new CustomerTies(database),
            new OpenDesks(
                vertx.getOrCreateContext(), new NumberJson("FR"), clock, (agent, pop) -> {}),
            new LookLog(log, clock),
            clock);
    long id =
        Long.parseLong(
            tables
                .sql(
                    """
                    insert into agents (login, name, role, password_hash, phone, phone_ha1)
                    values ('bruno', 'Bruno Lac', 'agent', '$x$y', 'pbruno00', repeat('0', 32)) returning id
                    """)
                .getFirst());
    bruno = new Agents(database).byId(new AgentId(id)).orElseThrow();
  }

  @AfterAll
  void stop() throws Exception {
    log.close();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** Stands until somebody moves it. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void aReasonHoldsForHalfAnHourAndForThatCustomerAlone() {
    access.because(bruno, 7, "their letter");

    assertThat(access.look(bruno, 7))
        .isEqualTo(new CustomerAccess.Look(Right.OWN_WORDS, "their letter"));
    assertThat(access.look(bruno, 8).right()).isEqualTo(Right.MINIMUM);
    clock.passes(CustomerAccess.FOR_A_WHILE.minusSeconds(1));
    assertThat(access.look(bruno, 7).whole()).isTrue();
    clock.passes(Duration.ofSeconds(1));
    assertThat(access.look(bruno, 7).whole()).isFalse();
  }

  @Test
  void whoeverEnteredSomebodySeesThemAsLong() {
    access.entered(bruno, 9);

    assertThat(access.look(bruno, 9).right()).isEqualTo(Right.AUTHOR);
    clock.passes(CustomerAccess.FOR_A_WHILE);
    assertThat(Optional.of(access.look(bruno, 9)).filter(CustomerAccess.Look::whole)).isEmpty();
  }
}
