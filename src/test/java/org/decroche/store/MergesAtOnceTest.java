package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes for somebody in the instant in which they turn out to be somebody else. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergesAtOnceTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final String HOME = "+33199001012";

  private final TestDatabase tables;
  private final Fixture firm;
  private final AgentId alice;
  private long jeanne;
  private long other;

  MergesAtOnceTest(TestDatabase tables) {
    this.tables = tables;
    firm = new Fixture(tables.database());
    alice = firm.agent("alice");
  }

  @BeforeEach
  void twoWhoAreOne() {
    tables.sql("truncate customers, calls, debts, alerts, messages, sites cascade");
    jeanne = firm.customer("Jeanne Martin");
    other = firm.customer("J. Martin", HOME);
  }

  private <T> T whileTheyAreMerged(Callable<T> change) throws Exception {
    try (Held merge =
        new Held(
            tables,
            "select from customers where id in (%d, %d) order by id for update"
                .formatted(jeanne, other),
            "update customer_numbers set customer_id = %d where customer_id = %d"
                .formatted(jeanne, other),
            "update customers set merged_into = %d, version = version + 1 where id = %d"
                .formatted(jeanne, other))) {
      return merge.thenGoesOn(merge.waitedForBy(change));
    }
  }

  @Test
  void aCaseIsTheirsWhoAreKept() throws Exception {
    Outcome<CustomerCase> opened =
        whileTheyAreMerged(
            () ->
                firm.cases.create(
                    other,
                    new CustomerCase.Details("Box", null, null, null),
                    alice,
                    alice,
                    Optional.empty(),
                    NOW));

    assertThat(Fixture.done(opened).customer()).isEqualTo(jeanne);
  }

  /** An import holds whom it changes until its last row, which may be minutes. */
  @Test
  void nobodyWaitsForAFileThatCallsThemOtherwise() throws Exception {
    try (Held imports =
        new Held(tables, "update customers set name = 'Jeanne M.' where id = " + jeanne)) {
      Outcome<CustomerCase> opened =
          firm.cases.create(
              jeanne,
              new CustomerCase.Details("Box", null, null, null),
              alice,
              alice,
              Optional.empty(),
              NOW);

      assertThat(Fixture.done(opened).customer()).isEqualTo(jeanne);
      imports.commit();
    }
  }

  @Test
  void aCallThatNamesThemMeanwhileIsTheirsToo() throws Exception {
    List<String> whose =
        whileTheyAreMerged(
            () ->
                tables.sql(
                    """
                    insert into calls (id, number_kind, number, customer_id, arrived_at)
                    values ('c-1', 'number', '+33639980112', %d, now()) returning customer_id
                    """
                        .formatted(other)));

    assertThat(whose).containsExactly(Long.toString(jeanne));
  }

  @Test
  void soIsALetter() throws Exception {
    Messages messages = new Messages(tables.database());
    Outcome<Messages.Taken> taken =
        whileTheyAreMerged(
            () ->
                messages.take(
                    new Messages.By.Typed(alice, other, firm.door),
                    new Messages.Written(Optional.empty(), Optional.empty(), "Please call me"),
                    NOW));

    assertThat(Fixture.done(taken).customer()).isEqualTo(jeanne);
    assertThat(tables.sql("select customer_id from messages union select customer_id from cases"))
        .containsExactly(Long.toString(jeanne));
  }

  @Test
  void soIsWhatTheyWriteInAForm() throws Exception {
    Sites.Site site =
        Fixture.done(
            new Sites(tables.database())
                .create(
                    new Sites.Settings("Home", firm.door, List.of(), 60, true),
                    "a token of twenty signs and more"));
    Messages messages = new Messages(tables.database());

    Outcome<Messages.Taken> taken =
        whileTheyAreMerged(
            () ->
                messages.take(
                    new Messages.By.Form(site),
                    new Messages.Written(
                        Optional.of("J. Martin"),
                        Optional.of(new PhoneNumber(HOME)),
                        "Please call me"),
                    NOW));

    assertThat(Fixture.done(taken).customer()).isEqualTo(jeanne);
  }

  @Test
  void andWhatAnAlertIsAbout() throws Exception {
    Alerts alerts = new Alerts(tables.database());

    Alerts.Brought brought =
        whileTheyAreMerged(
            () ->
                alerts.bring(
                    new Alerts.Told("down", "Lines are down", NOW),
                    List.of(new PhoneNumber(HOME)),
                    List.of(),
                    alice,
                    NOW));

    assertThat(brought.alert().customers()).isEqualTo(1);
    assertThat(tables.sql("select customer_id from alert_customers"))
        .containsExactly(Long.toString(jeanne));
  }
}
