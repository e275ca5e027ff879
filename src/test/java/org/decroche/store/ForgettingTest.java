package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.decroche.engine.Unwatched;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgettingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

  private final TestDatabase tables;
  private final Fixture firm;
  private final AgentId alice;
  private final Forgetting forgetting;
  private WellKnownPerson jeanne;

  ForgettingTest(TestDatabase tables) {
    this.tables = tables;
    this.firm = new Fixture(tables.database());
    this.alice = firm.agent("alice");
    this.forgetting = new Forgetting(tables.database());
  }

  @BeforeEach
  void onlyJeanneIsKnown() {
    tables.sql(
        """
        truncate customers, customer_numbers, cases, timeline, errands, promises, calls, call_steps, talks, debts, debt_calls,
          drafts, access_log, erasures, bygone, shared_numbers cascade
        """);
    jeanne = WellKnownPerson.in(tables);
  }

  private Outcome<Forgetting.Report> forget() {
    return forgetting.forget(jeanne.id, WellKnownPerson.NAME, alice, NOW);
  }

  @Test
  void nothingOfThemIsLeftInAnyColumnOfAnyTable() {
    Forgetting.Report report = Fixture.done(forget());

    assertThat(jeanne.places()).isEmpty();
    assertThat(report.mentioned()).contains(List.of());
    assertThat(report.numbersKept()).isZero();
    assertThat(report.removed())
        .containsEntry("customers", 2L)
        .containsEntry("numbers", 1L)
        .containsEntry("cases", 1L)
        .containsEntry("timeline", 2L)
        .containsEntry("errands", 1L)
        .containsEntry("promises", 1L)
        .containsEntry("drafts", 7L)
        .containsEntry("debts", 2L)
        .containsEntry("messages", 1L)
        .containsEntry("alerts", 1L)
        .containsEntry("calls", 2L)
        .containsEntry("access-log", 1L);
    assertThat(new Search(tables.database()).people("zqxbigniew", 20)).isEmpty();
    assertThat(tables.sql("select word from search_words where word like 'zqx%'")).isEmpty();
  }

  /** Whoever adds a table says here whether it may hold anything about a customer. */
  @Test
  void everyTableIsEitherFilledByThisTestOrKnownToBeAboutNobody() {
    Set<String> all =
        WellKnownPerson.columns(tables::sql).stream()
            .map(column -> column.split(" ", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> filled =
        jeanne.places().stream()
            .map(place -> place.split("\\.", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));

    filled.addAll(WellKnownPerson.ABOUT_NOBODY);
    assertThat(filled).containsAll(all);
  }

  @Test
  void statisticsSurviveThem() {
    String calls =
        "select string_agg(concat_ws(' ', id, arrived_at, answered_at, answered_by, ended_at, ending), ',' order by id) from calls";
    String talks = "select string_agg(concat_ws(' ', call_id, began_at, ended_at), ',') from talks";
    String before = tables.sql(calls).getFirst() + tables.sql(talks).getFirst();

    Fixture.done(forget());

    assertThat(tables.sql(calls).getFirst() + tables.sql(talks).getFirst()).isEqualTo(before);
    assertThat(tables.sql("select month || ' ' || what || ' ' || count from bygone"))
        .containsExactlyInAnyOrder(
            "2026-03-01 case-waiting-for-us 1",
            "2026-03-01 promise-open 1",
            "2026-04-01 debt-written-off 1",
            "2026-05-01 debt-open 1");
    assertThat(
            tables.sql(
                "select kind || ' ' || coalesce(detail ->> 'rule', '') || ' ' || coalesce(reason, '') from call_steps where call_id = 'jeanne-1' order by seq"))
        .containsExactly(
            "offered owner-of-open-case ",
            "offered handed-over ",
            "identified  ",
            "offered last-talked-with you were the last to talk with them");
  }

  @Test
  void whatIsLeftSaysWhoForgotSomebodyAndWhen() {
    Fixture.done(forget());

    Erasures.Erasure told = new Erasures(tables.database()).last().getFirst();
    assertThat(told.at()).isEqualTo(NOW);
    assertThat(told.by()).isEqualTo(alice.value());
    assertThat(told.customer()).isEqualTo(jeanne.id);
    assertThat(told.removed().getLong("cases")).isEqualTo(1);
  }

  @Test
  void aNumberThatSomebodyElseUsesStaysWithThem() {
    long louis = firm.customer("Louis Petit", WellKnownPerson.NUMBER, "+33199005555");

    Forgetting.Report report = Fixture.done(forget());

    assertThat(report.numbersKept()).isEqualTo(1);
    assertThat(firm.customers.byId(louis).orElseThrow().numbers()).hasSize(2);
    // The call nobody was named for may have been his, and so may what is owed for it.
    assertThat(tables.sql("select number from calls where id = 'jeanne-2'"))
        .containsExactly(WellKnownPerson.NUMBER);
    assertThat(tables.sql("select number from calls where id = 'jeanne-1'"))
        .containsExactly((String) null);
    assertThat(tables.sql("select customer_id from debts")).containsExactly((String) null);
    assertThat(tables.sql("select reason from call_steps where call_id = 'other-1' and seq = 2"))
        .containsExactly((String) null);
  }

  @Test
  void aNumberMarkedAsManyPeoplesStaysMarked() {
    tables.sql("insert into shared_numbers values ('%s')".formatted(WellKnownPerson.NUMBER));

    assertThat(Fixture.done(forget()).numbersKept()).isEqualTo(1);

    assertThat(tables.sql("select number from shared_numbers"))
        .containsExactly(WellKnownPerson.NUMBER);
    assertThat(tables.sql("select number from calls where id = 'jeanne-1'"))
        .containsExactly((String) null);
  }

  @Test
  void othersKeepEverything() {
    long louis = firm.customer("Louis Petit", "+33199005555");
    long box = firm.open(louis, "Box", "It is dark", alice, NOW);
    say(box, "Sent a new one");
    tables.sql(
        """
        insert into calls (id, number_kind, number, customer_id, arrived_at, ended_at, weighed_at)
        values ('louis-1', 'number', '+33199005555', %d, now(), now(), now())
        """
            .formatted(louis));
    CustomerCase before = firm.cases.byId(box).orElseThrow();

    Fixture.done(forget());

    assertThat(firm.cases.byId(box)).contains(before);
    assertThat(firm.customers.byId(louis).orElseThrow().name()).isEqualTo("Louis Petit");
    assertThat(tables.sql("select number from calls where id = 'louis-1'"))
        .containsExactly("+33199005555");
    assertThat(tables.sql("select number from calls where id = 'other-1'"))
        .containsExactly("+33199007777");
  }

  @Test
  void whereOthersFilesNameThemIsToldToWhoeverForgetsThem() {
    long louis = firm.customer("Louis Petit");
    long box = firm.open(louis, "Box", null, alice, NOW);
    say(box, "as for JEANNE  ZQXBÍGNIEW");
    say(box, "call 06.39.98.12.34 too");

    assertThat(Fixture.done(forget()).mentioned())
        .contains(List.of(new Mentions.Place("timeline", "text", 2)));
  }

  @Test
  void nobodyIsForgottenWhileTheyAreOnThePhone() {
    tables.sql(
        "insert into calls (id, number_kind, number, arrived_at) values ('now-1', 'number', '%s', now())"
            .formatted(WellKnownPerson.NUMBER));
    Set<String> before = jeanne.places();

    assertThat(forget()).isEqualTo(new Outcome.Conflict<>("id"));

    assertThat(jeanne.places()).isEqualTo(before);
    assertThat(tables.sql("select count(*) from erasures")).containsExactly("0");
  }

  @Test
  void norWhileTheyAreOnSomebodyElsesCallIntoWhichTheyWereBrought() {
    tables.sql(
        """
        insert into calls (id, number_kind, number, arrived_at) values ('now-2', 'number', '+33199007778', now());
        insert into call_steps (call_id, seq, at, kind, detail)
          values ('now-2', 1, now(), 'outside', '{"what":"rung","number":"%s","leg":"leg-103"}')
        """
            .formatted(WellKnownPerson.NUMBER));

    assertThat(forget()).isEqualTo(new Outcome.Conflict<>("id"));

    tables.sql("update calls set ended_at = now() where id = 'now-2'");
    Fixture.done(forget());
    assertThat(jeanne.places()).isEmpty();
  }

  /** Every text there is takes long to read: the calls of that time are not to wait for it. */
  @Test
  void theyAreGoneBeforeTheTextsAboutOthersAreRead() throws Exception {
    try (Held imports = new Held(tables, "lock table imports in access exclusive mode")) {
      Future<Outcome<Forgetting.Report>> forgetting = imports.waitedForBy(this::forget);

      assertThat(tables.sql("select count(*) from customers")).containsExactly("0");

      assertThat(Fixture.done(imports.thenGoesOn(forgetting)).mentioned()).contains(List.of());
    }
  }

  @Test
  void whatWasDoneIsToldEvenWhenTheTextsAboutOthersCannotBeRead() {
    tables.sql("revoke select on imports from current_user");
    try {
      Forgetting.Report report = Fixture.done(forget());

      assertThat(report.mentioned()).isEmpty();
      assertThat(report.removed()).containsEntry("customers", 2L);
      assertThat(tables.sql("select count(*) from customers")).containsExactly("0");
    } finally {
      tables.sql("grant select on imports to current_user");
    }
  }

  @Test
  void aSlipForgetsNobody() {
    Set<String> before = jeanne.places();

    assertThat(forgetting.forget(jeanne.id, "Jeanne Martin", alice, NOW))
        .isEqualTo(new Outcome.Invalid<>("name"));
    assertThat(forgetting.forget(jeanne.id + 1000, WellKnownPerson.NAME, alice, NOW))
        .isEqualTo(new Outcome.NotFound<>("id"));

    assertThat(jeanne.places()).isEqualTo(before);
  }

  @Test
  void lateNewsOfTheirCallsDoNotBringThemBack() {
    Fixture.done(forget());

    new UnwatchedCalls(tables.database())
        .write(
            List.of(
                new Unwatched.Ended(
                    new CallId("jeanne-2"),
                    NOW,
                    NOW,
                    Optional.of(firm.door),
                    new CallerNumber.Dialable(new PhoneNumber(WellKnownPerson.NUMBER)))));
    tables.sql(
        "update calls set number = '%s', number_kind = 'number'".formatted(WellKnownPerson.NUMBER));
    tables.sql("update calls set weighed_at = now() where number is null");
    tables.sql("delete from calls where id = 'other-1'");

    assertThat(jeanne.places()).isEmpty();
  }

  private void say(long matter, String text) {
    Fixture.done(
        firm.timelines.say(matter, alice, text, Optional.empty(), OptionalLong.empty(), NOW));
  }
}
