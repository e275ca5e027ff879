package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Kind;
import org.decroche.store.Customer.Line;
import org.decroche.store.CustomerChanges.Change;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.Outcome.Stale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersTest {
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980112");
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final PhoneNumber HOME = new PhoneNumber("+33199001012");

  private final TestDatabase postgres;
  private final Customers customers;
  private final Fixture firm;
  private AgentId alice = new AgentId(0);
  private AgentId karim = new AgentId(0);

  CustomersTest(TestDatabase postgres) {
    this.postgres = postgres;
    customers = new Customers(postgres.database());
    firm = new Fixture(postgres.database());
  }

  @BeforeEach
  void nobody() {
    postgres.sql("truncate customers, agents cascade");
    alice = firm.agent("alice");
    karim = firm.agent("karim");
  }

  @Test
  void aPersonKeepsTheirNumbersAndLabels() {
    Customer jeanne =
        Fixture.done(
            customers.create(
                new Details(" Jeanne Martin ", "", "fr"),
                List.of(new Line(MOBILE, "mobile"), new Line(HOME, " "))));

    assertThat(jeanne.name()).isEqualTo("Jeanne Martin");
    assertThat(jeanne.note()).isNull();
    assertThat(jeanne.numbers()).containsExactly(new Line(HOME, null), new Line(MOBILE, "mobile"));
    assertThat(customers.byId(jeanne.id())).contains(jeanne);
    assertThat(customers.using(HOME, 10)).containsExactly(jeanne);
  }

  @Test
  void twoPeopleMayShareANumberAndOneLosesItAlone() {
    long paul = create("Paul Lefèvre", HOME);
    long odile = create("Odile Lefèvre", HOME);

    assertThat(customers.using(HOME, 10)).extracting(Customer::id).containsExactly(odile, paul);

    Fixture.done(customers.removeNumber(paul, HOME, alice, NOW));
    assertThat(customers.using(HOME, 10)).extracting(Customer::id).containsExactly(odile);
    assertThat(customers.removeNumber(paul, HOME, alice, NOW)).isEqualTo(new NotFound<>("number"));
  }

  @Test
  void addingANumberAgainChangesItsLabelOnly() {
    long jeanne = create("Jeanne Martin", MOBILE);

    Customer changed =
        Fixture.done(customers.addNumber(jeanne, new Line(MOBILE, "travail"), alice, NOW));

    assertThat(changed.numbers()).containsExactly(new Line(MOBILE, "travail"));
    assertThat(customers.addNumber(404, new Line(MOBILE, null), alice, NOW))
        .isEqualTo(new NotFound<>("id"));
  }

  @Test
  void valuesOutOfBoundsAreRefusedByField() {
    assertThat(create(new Details(" ", null, null))).isEqualTo(new Invalid<>("name"));
    assertThat(create(new Details("x".repeat(201), null, null))).isEqualTo(new Invalid<>("name"));
    assertThat(create(new Details("Jeanne", "x".repeat(4001), null)))
        .isEqualTo(new Invalid<>("note"));
    assertThat(create(new Details("Jeanne", null, "<b>"))).isEqualTo(new Invalid<>("language"));
    assertThat(postgres.sql("select count(*) from customers")).containsExactly("0");
  }

  @Test
  void hostileTextIsTextAndNothingMore() {
    String name = "<img src=x onerror=alert(1)> '); drop table customers; -- \u202E";

    assertThat(Fixture.done(create(new Details(name, name, null))).name()).isEqualTo(name);
  }

  @Test
  void whoIsNotThereCannotBeChanged() {
    assertThat(customers.change(404, 1, new Details("Jeanne", null, null), alice, NOW))
        .isEqualTo(new NotFound<>("id"));
    assertThat(customers.byId(404)).isEmpty();
  }

  @Test
  void whoeverChangesWhatHasChangedIsToldByWhomAndOverwritesNothing() {
    long jeanne = create("Jeanne Martin", MOBILE);
    Details karims = new Details("Jeanne Martin", "hard of hearing", "fr");
    assertThat(Fixture.done(customers.change(jeanne, 1, karims, karim, NOW)).version())
        .isEqualTo(2);
    Fixture.done(customers.addNumber(jeanne, new Line(HOME, null), karim, NOW));

    assertThat(customers.change(jeanne, 1, new Details("J. Martin", null, null), alice, NOW))
        .isEqualTo(new Stale<>("Agent karim", List.of("notes", "language")));

    assertThat(customers.byId(jeanne).orElseThrow().note()).isEqualTo("hard of hearing");
    assertThat(new CustomerChanges(postgres.database()).of(jeanne))
        .extracting(Change::detail)
        .containsExactly(
            "{\"numberAdded\": \"+33199001012\"}",
            "{\"notes\": {\"to\": \"hard of hearing\", \"from\": null}, \"language\": {\"to\": \"fr\", \"from\": null}}");
    assertThat(Fixture.done(customers.change(jeanne, 2, karims, alice, NOW)).version())
        .as("the same again is no change")
        .isEqualTo(2);
  }

  @Test
  void aFirmHasPeopleAndStaysOneWhileItHas() {
    Details firm = new Details("Boulangerie Petit", null, null, Kind.FIRM, null, Optional.empty());
    long bakery = Fixture.done(create(firm)).id();
    Details wanted =
        new Details("Anne Petit", null, null, Kind.PERSON, "Mme Petit", Optional.of(bakery));

    Customer anne = Fixture.done(create(wanted));

    assertThat(anne.called()).isEqualTo("Mme Petit");
    assertThat(anne.firm()).contains(new CallRecord.Person(bakery, "Boulangerie Petit"));
    assertThat(customers.peopleOf(bakery))
        .containsExactly(new CallRecord.Person(anne.id(), "Anne Petit"));
    assertThat(
            customers.change(bakery, 1, new Details("Boulangerie Petit", null, null), alice, NOW))
        .isEqualTo(new Conflict<>("kind"));
    assertThat(create(new Details("Luc", null, null, Kind.PERSON, null, Optional.of(anne.id()))))
        .isEqualTo(new NotFound<>("firmId"));
    assertThat(create(new Details("Shop", null, null, Kind.FIRM, null, Optional.of(bakery))))
        .isEqualTo(new Invalid<>("firmId"));
  }

  private Outcome<Customer> create(Details details) {
    return customers.create(details, List.of());
  }

  private long create(String name, PhoneNumber number) {
    return Fixture.done(
            customers.create(new Details(name, null, null), List.of(new Line(number, null))))
        .id();
  }
}
