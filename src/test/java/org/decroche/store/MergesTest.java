package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
import org.decroche.store.Merges.Merge;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980112");
  private static final PhoneNumber HOME = new PhoneNumber("+33199001012");

  private final TestDatabase postgres;
  private final Fixture firm;
  private final Merges merges;
  private AgentId alice = new AgentId(0);
  private long jeanne;
  private long other;

  MergesTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    merges = new Merges(postgres.database());
  }

  @BeforeEach
  void twoWhoAreOne() {
    postgres.sql("truncate agents, customers, calls, debts, alerts, messages cascade");
    alice = firm.agent("alice");
    jeanne = firm.customer("Jeanne Martin", MOBILE.e164());
    other = firm.customer("J. Martin", MOBILE.e164(), HOME.e164());
    postgres.sql("update customer_numbers set label = 'label ' || customer_id");
  }

  private void call(String id, long customer) {
    postgres.sql(
        """
        insert into calls (id, number_kind, number, customer_id, arrived_at)
        values ('%s', 'number', '+33639980112', %d, now())
        """
            .formatted(id, customer));
  }

  private List<String> rows(String sql) {
    return postgres.sql(sql);
  }

  /** Everything that names either of them, but for what tells of the merge. */
  private List<String> whose() {
    return rows(
        """
        select 'case ' || id || ' ' || customer_id from cases
        union all select 'call ' || id || ' ' || customer_id from calls
        union all select 'debt ' || id || ' ' || customer_id from debts
        union all select 'message ' || words || ' ' || customer_id from messages
        union all select 'alert ' || alert_id || ' ' || customer_id || ' ' || coalesce(agent_id, 0) from alert_customers
        union all select 'number ' || number || ' ' || customer_id || ' ' || label from customer_numbers
        union all select 'person ' || id || ' ' || coalesce(firm_id, 0) || ' ' || coalesce(merged_into, 0) from customers
        order by 1
        """);
  }

  @Test
  void whatWasTheOthersIsTheirsAndExactlyThatGoesBack() {
    long box = firm.open(other, "Box", null, alice, NOW);
    firm.open(jeanne, "Bill", null, alice, NOW);
    call("theirs", other);
    call("hers", jeanne);
    postgres.sql(
        """
        insert into front_doors (number, name, country, team_id) select '+33199000009', 'Door', 'FR', min(id) from teams;
        insert into debts (number, customer_id, front_door_id, began_at, missed_at, due_at)
        select '+33199001012', %d, id, now(), now(), now() from front_doors
        """
            .formatted(other));
    postgres.sql(
        """
        insert into messages (typed_by, received_at, customer_id, words) values (%1$d, now(), %2$d, 'call me');
        insert into alerts (key, title, since, received_at, received_by)
          values ('A', 'Lines are down', now(), now(), %1$d), ('B', 'Slow', now(), now(), %1$d);
        insert into alert_customers select id, %2$d, %1$d from alerts;
        insert into alert_customers select min(id), %3$d, null from alerts;
        """
            .formatted(alice.value(), other, jeanne));
    List<String> before = whose();

    Customer kept = Fixture.done(merges.merge(jeanne, other, alice, NOW));

    assertThat(kept.name()).isEqualTo("Jeanne Martin");
    assertThat(kept.numbers())
        .containsExactly(new Line(HOME, "label " + other), new Line(MOBILE, "label " + jeanne));
    assertThat(rows("select count(*) from cases where customer_id = " + jeanne))
        .containsExactly("2");
    assertThat(rows("select count(*) from calls where customer_id = " + jeanne))
        .containsExactly("2");
    assertThat(rows("select count(*) from debts where customer_id = " + jeanne))
        .containsExactly("1");
    assertThat(rows("select customer_id from messages")).containsExactly(Long.toString(jeanne));
    assertThat(rows("select customer_id from alert_customers"))
        .containsExactly(Long.toString(jeanne), Long.toString(jeanne));
    assertThat(firm.customers.byId(other).orElseThrow().mergedInto())
        .contains(new CallRecord.Person(jeanne, "Jeanne Martin"));
    assertThat(firm.customers.using(HOME, 10)).extracting(Customer::id).containsExactly(jeanne);
    assertThat(new Search(postgres.database()).people("martin", 10))
        .extracting(Customer::id)
        .containsExactly(jeanne);
    assertThat(firm.timelines.of(box, OptionalLong.empty(), 1).orElseThrow().getFirst().kind())
        .isEqualTo(Kind.CUSTOMER);
    Merge merge = merges.of(jeanne).getFirst();

    Customer again = Fixture.done(merges.undo(merge.id(), alice, NOW.plusSeconds(5))).again();

    assertThat(again.name()).isEqualTo("J. Martin");
    assertThat(whose()).isEqualTo(before);
    assertThat(merges.of(jeanne).getFirst().undone()).isEqualTo(NOW.plusSeconds(5));
    assertThat(merges.undo(merge.id(), alice, NOW)).isEqualTo(new Conflict<>("id"));
  }

  @Test
  void whatIsHalfWrittenInAFileFollowsItAndGoesBackToo() {
    Drafts drafts = new Drafts(postgres.database());
    String theirs = "customer-%d.profile.called".formatted(other);
    String kept = "customer-%d.profile.called".formatted(jeanne);
    assertThat(drafts.keep(alice, theirs, "Mrs M", NOW)).isPresent();

    Fixture.done(merges.merge(jeanne, other, alice, NOW));
    assertThat(rows("select key from drafts")).containsExactly(kept);
    long merge = merges.of(jeanne).getFirst().id();
    Fixture.done(merges.undo(merge, alice, NOW));
    assertThat(rows("select key || ' ' || text from drafts")).containsExactly(theirs + " Mrs M");
  }

  @Test
  void whatCameMeanwhileStaysWhereItCame() {
    Fixture.done(merges.merge(jeanne, other, alice, NOW));
    long box = firm.open(jeanne, "Box", null, alice, NOW);
    PhoneNumber anew = new PhoneNumber("+33639980113");
    Fixture.done(firm.customers.addNumber(jeanne, new Line(anew, null), alice, NOW));
    call("late", other);
    assertThat(rows("select customer_id from calls")).containsExactly(Long.toString(jeanne));

    Fixture.done(merges.undo(merges.of(jeanne).getFirst().id(), alice, NOW));

    assertThat(firm.cases.byId(box).orElseThrow().customer()).isEqualTo(jeanne);
    assertThat(firm.customers.byId(jeanne).orElseThrow().numbers())
        .extracting(Line::number)
        .containsExactly(MOBILE, anew);
    assertThat(rows("select customer_id from calls")).containsExactly(Long.toString(jeanne));
  }

  @Test
  void nothingIsDoneToWhoeverTurnedOutToBeSomebodyElse() {
    Fixture.done(merges.merge(jeanne, other, alice, NOW));

    assertThat(firm.customers.change(other, 2, new Details("J. Martin", null, null), alice, NOW))
        .isEqualTo(new Conflict<>("mergedInto"));
    assertThat(firm.customers.addNumber(other, new Line(HOME, null), alice, NOW))
        .isEqualTo(new Conflict<>("mergedInto"));
  }

  @Test
  void whatIsOpenedForWhoeverTurnedOutToBeSomebodyElseIsThatOnes() {
    Fixture.done(merges.merge(jeanne, other, alice, NOW));
    Fixture.done(merges.merge(firm.customer("Jeanne M."), jeanne, alice, NOW));

    long box = firm.open(other, "Box", null, alice, NOW);

    assertThat(rows("select c.name from cases k join customers c on c.id = k.customer_id"))
        .containsExactly("Jeanne M.");
    assertThat(firm.cases.byId(box)).isPresent();
    assertThat(
            firm.cases.create(
                404,
                new CustomerCase.Details("Box", null, null, null),
                alice,
                alice,
                java.util.Optional.empty(),
                NOW))
        .isEqualTo(new NotFound<>("customerId"));
  }

  /** Somebody rang an hour ago and nobody answered. */
  private void missed(String id, String number, long customer) {
    postgres.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, customer_id, arrived_at, ended_at, ending)
        select '%s', %s, 'number', '%s', %d, now() - interval '1 hour', now() - interval '59 minutes', 'gave-up'
        """
            .formatted(id, door(), number, customer));
    weigh();
  }

  /** Alice has just talked with somebody from this number, whom the screen named so. */
  private void talked(String id, String number, long customer) {
    postgres.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, customer_id, arrived_at, answered_at, answered_by, ended_at, ending)
        select '%s', %s, 'number', '%s', %d, now(), now(), %d, now(), 'talked'
        """
            .formatted(id, door(), number, customer, alice.value()));
    weigh();
  }

  /** Front doors go with the agents who are on call for them. */
  private String door() {
    postgres.sql(
        """
        insert into front_doors (number, name, country, team_id)
        select '+33199000009', 'Door', 'FR', min(id) from teams on conflict do nothing
        """);
    return rows("select min(id) from front_doors").getFirst();
  }

  private void weigh() {
    var unused = new WeighedCalls(postgres.database()).weigh(Instant.now());
  }

  private List<String> owed() {
    return rows(
        "select c.name from debts d join customers c on c.id = d.customer_id where d.settled_at is null order by 1");
  }

  private Merges.Undone undo() {
    return Fixture.done(merges.undo(merges.of(jeanne).getFirst().id(), alice, Instant.now()));
  }

  @Test
  void aTalkWithTheOneHasNotReachedTheOther() {
    postgres.sql(
        "delete from customer_numbers where customer_id = %d and number = '%s'"
            .formatted(other, MOBILE.e164()));
    missed("missed", HOME.e164(), other);
    Fixture.done(merges.merge(jeanne, other, alice, Instant.now()));
    talked("talked", MOBILE.e164(), jeanne);
    assertThat(owed()).isEmpty();

    undo();
    weigh();

    assertThat(owed()).containsExactly("J. Martin");
    assertThat(rows("select settled_by from debts")).containsExactly((String) null);
  }

  @Test
  void aTalkOnTheOthersNumberWasWithTheOtherWhoeverTheScreenNamed() {
    postgres.sql(
        "delete from customer_numbers where customer_id = %d and number = '%s'"
            .formatted(other, MOBILE.e164()));
    missed("missed", MOBILE.e164(), jeanne);
    missed("missed too", HOME.e164(), other);
    Fixture.done(merges.merge(jeanne, other, alice, Instant.now()));
    talked("talked", HOME.e164(), jeanne);
    assertThat(owed()).isEmpty();

    undo();
    weigh();

    assertThat(owed()).containsExactly("Jeanne Martin");
  }

  @Test
  void whoeverWasReachedThemselvesIsNotCalledAgain() {
    missed("missed", HOME.e164(), other);
    talked("talked", HOME.e164(), other);
    Fixture.done(merges.merge(jeanne, other, alice, Instant.now()));

    assertThat(undo().shownTo()).isEmpty();
    weigh();

    assertThat(owed()).isEmpty();
  }

  @Test
  void mergesOfMergesAreUndoneInTheirOrder() {
    long third = firm.customer("Jeanne M.");
    Fixture.done(merges.merge(jeanne, other, alice, NOW));
    Fixture.done(merges.merge(third, jeanne, alice, NOW));
    long first = merges.of(jeanne).getFirst().id();

    call("late", other);
    assertThat(rows("select customer_id from calls")).containsExactly(Long.toString(third));
    assertThat(merges.undo(first, alice, NOW)).isEqualTo(new Conflict<>("id"));
    Fixture.done(merges.undo(merges.of(third).getFirst().id(), alice, NOW));
    Fixture.done(merges.undo(first, alice, NOW));

    assertThat(firm.customers.byId(other).orElseThrow().numbers())
        .extracting(Line::number)
        .containsExactly(HOME, MOBILE);
  }

  @Test
  void whoCannotBeOneIsRefused() {
    long bakery =
        Fixture.done(
                firm.customers.create(
                    new Details(
                        "Boulangerie",
                        null,
                        null,
                        Customer.Kind.FIRM,
                        null,
                        java.util.Optional.empty()),
                    List.of()))
            .id();

    assertThat(merges.merge(jeanne, jeanne, alice, NOW)).isEqualTo(new Conflict<>("otherId"));
    assertThat(merges.merge(jeanne, bakery, alice, NOW)).isEqualTo(new Conflict<>("otherId"));
    assertThat(merges.merge(jeanne, 404, alice, NOW)).isEqualTo(new NotFound<>("otherId"));
    assertThat(merges.merge(404, jeanne, alice, NOW)).isEqualTo(new NotFound<>("id"));
    assertThat(merges.undo(404, alice, NOW)).isEqualTo(new NotFound<>("id"));
    Fixture.done(merges.merge(jeanne, other, alice, NOW));
    assertThat(merges.merge(jeanne, other, alice, NOW)).isEqualTo(new Conflict<>("otherId"));
  }

  /** A new table that names customers has to say what a merge does with it, here and there. */
  @Test
  void everyTableThatNamesACustomerIsThoughtOf() {
    assertThat(
            rows(
                """
                select conrelid::regclass || '.' || attname
                from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                where contype = 'f' and confrelid = 'customers'::regclass order by 1
                """))
        .containsExactly(
            "alert_customers.customer_id",
            "calls.customer_id",
            "cases.customer_id",
            "customer_changes.customer_id",
            "customer_numbers.customer_id",
            "customers.firm_id",
            "customers.merged_into",
            "debts.customer_id",
            "merges.gone_id",
            "merges.kept_id",
            "messages.customer_id");
  }
}
