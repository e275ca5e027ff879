package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomersTest {
  private static final PhoneNumber MOBILE = new PhoneNumber("+33639980112");
  private static final PhoneNumber HOME = new PhoneNumber("+33199001012");

  private final TestDatabase postgres;
  private final Customers customers;

  CustomersTest(TestDatabase postgres) {
    this.postgres = postgres;
    customers = new Customers(postgres.database());
  }

  @BeforeEach
  void nobody() {
    postgres.sql("truncate customers cascade");
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

    Fixture.done(customers.removeNumber(paul, HOME));
    assertThat(customers.using(HOME, 10)).extracting(Customer::id).containsExactly(odile);
    assertThat(customers.removeNumber(paul, HOME)).isEqualTo(new NotFound<>("number"));
  }

  @Test
  void addingANumberAgainChangesItsLabelOnly() {
    long jeanne = create("Jeanne Martin", MOBILE);

    Customer changed = Fixture.done(customers.addNumber(jeanne, new Line(MOBILE, "travail")));

    assertThat(changed.numbers()).containsExactly(new Line(MOBILE, "travail"));
    assertThat(customers.addNumber(404, new Line(MOBILE, null))).isEqualTo(new NotFound<>("id"));
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
    assertThat(customers.change(404, new Details("Jeanne", null, null)))
        .isEqualTo(new NotFound<>("id"));
    assertThat(customers.byId(404)).isEmpty();
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
