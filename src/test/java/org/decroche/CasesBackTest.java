package org.decroche;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.PostgresExtension;
import org.decroche.store.SilentCases;
import org.decroche.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class CasesBackTest {
  private static final Instant FRIDAY = Instant.parse("2026-11-27T17:00:00Z");

  @Test
  void aDatePassedInSilenceBringsTheCaseBackAndItsOwnersDeskIsTold(TestDatabase tables) {
    long alice =
        number(
            tables,
            "insert into agents (login, name, role, password_hash) values ('alice', 'Alice', 'administrator', '$x$y$z') returning id");
    long box =
        number(
            tables,
            """
            with jeanne as (insert into customers (name) values ('Jeanne') returning id)
            insert into cases (customer_id, title, owner_id, status, waiting_until, opened_at, touched_at)
            select id, 'Box', %d, 'waiting-for-customer', '%s', '2026-11-20T09:00Z', '2026-11-20T09:00Z' from jeanne returning id
            """
                .formatted(alice, FRIDAY));
    AtomicReference<Instant> now = new AtomicReference<>(FRIDAY);
    InstantSource hands = now::get;
    Clock clock = hands.withZone(ZoneOffset.UTC);
    List<Set<AgentId>> told = new ArrayList<>();
    CasesBack back = new CasesBack(new SilentCases(tables.database()), told::add, clock);

    back.run();
    now.set(FRIDAY.plus(Duration.ofMinutes(1)));
    back.run();
    back.run();

    assertThat(told).containsExactly(Set.of(), Set.of(new AgentId(alice)), Set.of());
    assertThat(tables.sql("select status from cases where id = " + box))
        .containsExactly("waiting-for-us");
  }

  @Test
  void whatFailsIsDoneTheNextTime(TestDatabase tables) {
    List<Set<AgentId>> told = new ArrayList<>();
    CasesBack back =
        new CasesBack(new SilentCases(tables.database()), told::add, Clock.systemUTC());

    tables.sql("alter table timeline rename to elsewhere");
    back.run();
    tables.sql("alter table elsewhere rename to timeline");
    assertThat(told).isEmpty();
    back.run();

    assertThat(told).containsExactly(Set.of());
  }

  private static long number(TestDatabase tables, String sql) {
    return Long.parseLong(tables.sql(sql).getFirst());
  }
}
