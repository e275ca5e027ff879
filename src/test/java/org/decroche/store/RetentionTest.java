package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.decroche.routing.agent.AgentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Map<RetentionKind, OptionalInt> A_WEEK =
      Map.of(
          RetentionKind.CALLS, OptionalInt.of(7),
          RetentionKind.EVENTS, OptionalInt.of(7),
          RetentionKind.DRAFTS, OptionalInt.of(7),
          RetentionKind.ACCESS_LOG, OptionalInt.of(7),
          RetentionKind.ALERTS, OptionalInt.of(7),
          RetentionKind.MESSAGES, OptionalInt.of(7),
          RetentionKind.CLOSED_CASES, OptionalInt.of(7));

  private final TestDatabase tables;
  private final Fixture firm;
  private final AgentId alice;
  private final Retention retention;

  RetentionTest(TestDatabase tables) {
    this.tables = tables;
    this.firm = new Fixture(tables.database());
    this.alice = firm.agent("alice");
    this.retention = new Retention(tables.database());
  }

  @BeforeEach
  void oneOfEachKindIsOldAndOneIsNot() {
    tables.sql(
        """
        truncate customers, customer_numbers, cases, timeline, errands, promises, calls, call_steps, debts, drafts, access_log,
          erasures, bygone, event_runs, events, alerts, messages cascade
        """);
    tables.sql("update retention set days = null");
    long jeanne = firm.customer("Jeanne Martin", "+33199001111");
    for (String when : List.of("2026-11-18T09:59:59Z", "2026-11-18T10:00:01Z")) {
      tables.sql(
          """
          insert into calls (id, number_kind, number, customer_id, arrived_at, ended_at, ending, weighed_at)
            values ('call-%1$s', 'number', '+33199001111', %2$d, '%1$s', '%1$s', 'talked', now());
          insert into call_steps (call_id, seq, at, kind, reason, detail)
            values ('call-%1$s', 1, '%1$s', 'offered', 'Bruno hands over: her box', '{"rule":"handed-over","summary":"her box"}');
          insert into drafts (agent_id, key, text, kept_at)
            values (%3$d, 'case-' || extract(second from '%1$s'::timestamptz)::int, 'half', '%1$s');
          insert into access_log (at, act, reason) values ('%1$s', 'searched', 'search');
          insert into event_runs (started_at, seen_at, first_offer, limits) values ('%1$s', '%1$s', 1, '{}');
          insert into events (run_id, seq, at, body, decisions) select max(id), 1, '%1$s', '{}', '[]' from event_runs;
          insert into messages (typed_by, received_at, customer_id, words) values (%3$d, '%1$s', %2$d, 'please call');
          insert into alerts (key, title, since, received_at, received_by, over_at)
            values ('over-%1$s', 'Down', '%1$s', '%1$s', %3$d, '%1$s'), ('on-%1$s', 'Down', '%1$s', '%1$s', %3$d, null);
          insert into cases (customer_id, title, owner_id, status, opened_at, touched_at, closed_at, closing, heard_by, heard_at)
            values (%2$d, 'closed', %3$d, 'closed', '%1$s', '%1$s', '%1$s', 'It works', %3$d, '%1$s'),
              (%2$d, 'open', %3$d, 'waiting-for-us', '%1$s', '%1$s', null, null, null, null);
          """
              .formatted(when, jeanne, alice.value()));
    }
  }

  @Test
  void nothingGoesThatNoDaysAreSetFor() {
    assertThat(retention.due(retention.days(), NOW).values()).containsOnly(0L);
    assertThat(retention.runIfDue(NOW).orElseThrow()).isEmpty();

    assertThat(tables.sql("select count(*) from calls where number is not null"))
        .containsExactly("2");
    assertThat(tables.sql("select count(*) from cases")).containsExactly("4");
  }

  @Test
  void aDryRunSaysWhatWouldGoAndRemovesNothing() {
    assertThat(retention.due(A_WEEK, NOW).values()).hasSize(7).containsOnly(1L);

    assertThat(retention.due(A_WEEK, NOW).values()).containsOnly(1L);
    assertThat(retention.days().values()).containsOnly(OptionalInt.empty());
  }

  @Test
  void whatIsPastItsTimeGoesAndNothingElse() {
    assertThat(retention.change(A_WEEK)).isEqualTo(A_WEEK);

    Map<String, Long> removed = retention.runIfDue(NOW).orElseThrow();

    assertThat(removed)
        .containsEntry("calls", 1L)
        .containsEntry("events", 1L)
        .containsEntry("access-log", 1L)
        .containsEntry("alerts", 1L)
        .containsEntry("messages", 1L)
        .containsEntry("cases", 1L);
    assertThat(
            tables.sql("select id from calls where number is not null and customer_id is not null"))
        .containsExactly("call-2026-11-18T10:00:01Z");
    assertThat(tables.sql("select count(*) from calls where ended_at is not null"))
        .containsExactly("2");
    assertThat(
            tables.sql(
                "select call_id from call_steps where reason is not null or detail::text like '%box%'"))
        .containsExactly("call-2026-11-18T10:00:01Z");
    assertThat(tables.sql("select count(*) from drafts")).containsExactly("1");
    assertThat(tables.sql("select count(*) from access_log")).containsExactly("1");
    assertThat(tables.sql("select count(*) from alerts")).containsExactly("3");
    assertThat(tables.sql("select count(*) from messages")).containsExactly("1");
    assertThat(tables.sql("select count(*) from events")).containsExactly("1");
    assertThat(tables.sql("select title from cases order by title"))
        .containsExactly("closed", "open", "open");
    assertThat(tables.sql("select what || count from bygone")).containsExactly("case-closed1");
    assertThat(retention.due(A_WEEK, NOW).values()).containsOnly(0L);
  }

  @Test
  void whatSomebodyIsChangingJustNowIsLeftForAnotherDay() throws Exception {
    retention.change(A_WEEK);
    Map<String, Long> removed;
    try (Held reopening =
        new Held(
            tables,
            """
            update cases set status = 'waiting-for-us', closed_at = null, closing = null, heard_by = null, heard_at = null
            where status = 'closed'
            """,
            "update calls set customer_id = null")) {
      removed = retention.runIfDue(NOW).orElseThrow();
      reopening.commit();
    }

    assertThat(removed)
        .doesNotContainKey("cases")
        .containsEntry("calls", 0L)
        .containsEntry("messages", 1L);
    assertThat(tables.sql("select count(*) from cases where status <> 'closed'"))
        .containsExactly("4");
  }

  @Test
  void theLifeOfTheServiceThatGoesOnIsNeverRemoved() {
    tables.sql("delete from event_runs where seen_at > '2026-11-18T10:00:00Z'");
    retention.change(A_WEEK);

    retention.runIfDue(NOW);

    assertThat(tables.sql("select count(*) from event_runs")).containsExactly("1");
  }

  @Test
  void itRunsOnceADayWhoeverAsks() {
    assertThat(retention.runIfDue(NOW)).isPresent();
    assertThat(new Retention(tables.database()).runIfDue(NOW.plus(Duration.ofHours(1)))).isEmpty();
    assertThat(retention.runIfDue(NOW.plus(Duration.ofHours(24)))).isPresent();

    assertThat(new Erasures(tables.database()).last())
        .hasSize(2)
        .allSatisfy(run -> assertThat(run.by()).isNull())
        .allSatisfy(run -> assertThat(run.removed()).isNotNull());
  }

  @Test
  void aCallThatGoesOnKeepsEverythingHoweverLong() {
    tables.sql("update calls set ended_at = null, ending = null");
    retention.change(A_WEEK);

    retention.runIfDue(NOW);

    assertThat(tables.sql("select count(*) from calls where number is not null"))
        .containsExactly("2");
  }
}
