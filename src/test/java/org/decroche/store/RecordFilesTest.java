package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Export.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The record of the house goes out as it is, and nothing is kept that goes out nowhere. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordFilesTest {
  private static final String MORNING = "2026-11-24T08:00:00.123456Z";

  private final TestDatabase postgres;
  private final Fixture firm;
  private final MovingHouse house;
  private final Export export;
  private AgentId alice = new AgentId(0);

  RecordFilesTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    house = new MovingHouse(postgres.database());
    export = new Export(postgres.database());
  }

  @BeforeEach
  void aHouseThatWasCalled() {
    postgres.sql(
        "truncate agents, customers, shared_numbers, alerts, calls, search_words, imports cascade");
    postgres.sql(
        "insert into front_doors (number, name, country, team_id) select '+33199000001', 'Standard', 'FR', id from teams on conflict do nothing");
    alice = firm.agent("alice");
    long jeanne = firm.customer("Jeanne", "+33639980112");
    postgres.sql("update customers set key = 'C-1'");
    postgres.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, customer_id, arrived_at, answered_at, answered_by, ended_at, ending, weighed_at)
        select 'b', id, 'number', '+33639980112', %1$d, '%2$s', '2026-11-24T08:00:09Z', %3$d, '2026-11-24T08:05:00Z', 'talked', now()
        from front_doors where number = '+33199000001'
        """
            .formatted(jeanne, MORNING, alice.value()));
    postgres.sql(
        """
        insert into calls (id, number_kind, arrived_at, ended_at, ending, weighed_at)
        values ('a', 'withheld', '%1$s', '2026-11-24T08:00:20Z', 'gave-up', now()), ('c', 'withheld', '2026-11-24T09:00:00Z', null, null, now())
        """
            .formatted(MORNING));
    postgres.sql(
        "insert into talks (call_id, agent_id, began_at, ended_at) values ('b', %d, '2026-11-24T08:00:09Z', '2026-11-24T08:05:00Z')"
            .formatted(alice.value()));
    postgres.sql(
        "insert into call_steps (call_id, seq, at, kind, agent_id, reason, detail) values ('b', 1, '%s', 'offered', %d, 'longest idle', '{\"offer\": 1}')"
            .formatted(MORNING, alice.value()));
    postgres.sql(
        """
        insert into debts (number, customer_id, front_door_id, owner_id, began_at, missed_at, due_at, settled_at, settled_by, settled_call_id)
        select '+33639980112', %1$d, id, %2$d, '2026-11-23T08:00:00Z', '2026-11-23T08:00:00Z', '2026-11-23T09:00:00Z', '2026-11-24T08:05:00Z', %2$d, 'b'
        from front_doors where number = '+33199000001'
        """
            .formatted(jeanne, alice.value()));
    postgres.sql(
        "insert into messages (typed_by, received_at, customer_id, name, words) values (%d, '2026-11-25T10:00:00Z', %d, 'J. Martin', 'Please call')"
            .formatted(alice.value(), jeanne));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void callsGoOutWithWhoAnsweredThemAndThoseNobodyAnsweredToo() {
    assertThat(rows(Table.CALLS, 1_000))
        .containsExactly(
            "a;in;;;;%s;;;2026-11-24T08:00:20Z;gave-up;0;".formatted(MORNING),
            "b;in;+33199000001;+33639980112;C-1;%s;2026-11-24T08:00:09Z;alice;2026-11-24T08:05:00Z;talked;0;"
                .formatted(MORNING),
            "c;in;;;;2026-11-24T09:00:00Z;;;;;0;");
    assertThat(rows(Table.TALKS, 1_000))
        .containsExactly("b;alice;2026-11-24T08:00:09Z;2026-11-24T08:05:00Z");
    assertThat(rows(Table.STEPS, 1_000))
        .containsExactly("b;1;%s;offered;alice;longest idle;{\"offer\": 1}".formatted(MORNING));
  }

  @Test
  void aPageOfTheRecordEndsBetweenTwoMomentsSoThatNoCallIsLeftOut() {
    assertThat(rows(Table.CALLS, 1)).isEqualTo(rows(Table.CALLS, 1_000)).hasSize(3);
  }

  @Test
  void debtsGoOutWithWhatBecameOfThemAndMessagesWithTheirWords() {
    assertThat(rows(Table.DEBTS, 1_000))
        .containsExactly(
            "+33639980112;C-1;+33199000001;alice;2026-11-23T08:00:00Z;2026-11-23T08:00:00Z;2026-11-23T09:00:00Z;"
                + "2026-11-24T08:05:00Z;alice;b;;;");
    assertThat(rows(Table.MESSAGES, 1_000))
        .containsExactly("2026-11-25T10:00:00Z;;alice;C-1;J. Martin;;Please call;");
  }

  @Test
  void aFileOfEachIsMade() throws Exception {
    for (Table table : Table.values()) {
      if (!table.comesIn()) {
        assertThat(house.file(table).lines().count())
            .as(table.spelt())
            .isEqualTo(1 + rows(table, 1_000).size());
      }
    }
  }

  /** A table that is new has to be put in its place here. */
  @Test
  void whatIsKeptGoesOutOrIsNobodysToTakeAlong() {
    Set<String> files =
        Set.of(
            "customers",
            "customer_numbers",
            "shared_numbers",
            "cases",
            "promises",
            "errands",
            "timeline",
            "alerts",
            "alert_customers",
            "calls",
            "talks",
            "call_steps",
            "debts",
            "messages");
    Set<String> settingsFile =
        Set.of(
            "agents",
            "teams",
            "team_members",
            "front_doors",
            "door_hours",
            "door_overflow",
            "door_turns",
            "door_closed_days",
            "door_closures",
            "house",
            "retention",
            "sites");
    Set<String> exportsOfTheirOwn = Set.of("access_log", "setting_changes");
    // Who changed, merged or erased what here: shown here, and true of these ids alone.
    Set<String> history =
        Set.of("customer_changes", "merges", "erasures", "debt_calls", "debt_assignments");
    Set<String> passing =
        Set.of(
            "sessions",
            "known_devices",
            "recovery_codes",
            "drafts",
            "imports",
            "events",
            "event_runs",
            "test_calls",
            "bygone",
            "search_words",
            "flyway_schema_history");

    Set<String> all = new TreeSet<>();
    List.of(files, settingsFile, exportsOfTheirOwn, history, passing).forEach(all::addAll);
    assertThat(
            postgres.sql(
                "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private List<String> rows(Table table, int limit) {
    List<String> all = new ArrayList<>();
    OptionalLong next = OptionalLong.of(0);
    while (next.isPresent()) {
      Export.Page page = export.page(table, next.getAsLong(), limit);
      page.rows()
          .forEach(
              row ->
                  all.add(
                      String.join(
                          ";", row.stream().map(cell -> cell == null ? "" : cell).toList())));
      next = page.next();
    }
    return all;
  }
}
