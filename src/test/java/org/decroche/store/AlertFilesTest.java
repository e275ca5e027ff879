package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.decroche.moving.Judged;
import org.decroche.moving.Kind;
import org.decroche.moving.State;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** "These lines are down since Tuesday", as the file that the network sends. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AlertFilesTest {
  private static final String HEAD = "key;title;since;number;customer\n";
  private static final String TUESDAY = "2026-11-17T06:00:00Z";

  private final TestDatabase postgres;
  private final Fixture firm;
  private final MovingHouse house;
  private final Alerts alerts;
  private AgentId alice = new AgentId(0);
  private AgentId bruno = new AgentId(0);

  AlertFilesTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    house = new MovingHouse(postgres.database());
    alerts = new Alerts(postgres.database());
  }

  @BeforeEach
  void people() {
    postgres.sql(
        "truncate agents, customers, shared_numbers, alerts, calls, search_words, imports cascade");
    // The door goes with the people who answer it at night.
    postgres.sql(
        "insert into front_doors (number, name, country, team_id) select '+33199000001', 'Standard', 'FR', id from teams on conflict do nothing");
    alice = firm.agent("alice");
    bruno = firm.agent("bruno");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void eachCustomerBecomesTheCallOfTheirOwnAgentAndStrangersArePassedOver() throws Exception {
    long jeanne = firm.customer("Jeanne", "+33639980112");
    long anne = firm.customer("Anne", "+33639980113");
    postgres.sql("update customers set key = 'C-2' where id = " + anne);
    long box = firm.open(jeanne, "Box", "mes mots", bruno, Instant.parse(TUESDAY));
    assertThat(box).isPositive();
    firm.customer("Shared", "+33199007777");
    new SharedNumbers(postgres.database()).mark(new PhoneNumber("+33199007777"), true);

    String file =
        HEAD
            + "t-17;Lines down;"
            + TUESDAY
            + ";06 39 98 01 12;\n"
            + "t-17;;;;C-2\n"
            + "t-17;;;06 39 98 01 19;\n"
            + "t-17;;;01 99 00 77 77;\n"
            + "t-17;;;;C-9\n";
    Judged taken = house.take(Kind.ALERTS, file, alice);

    assertThat(List.of(taken.created(), taken.unmatched(), taken.refused()))
        .containsExactly(2L, 3L, 0L);
    assertThat(
            postgres.sql(
                "select c.name || ' ' || coalesce(a.login, '') from alert_customers m join customers c on c.id = m.customer_id left join agents a on a.id = m.agent_id order by 1"))
        .containsExactly("Anne alice", "Jeanne bruno");
    assertThat(postgres.sql("select title || ' ' || since from alerts"))
        .containsExactly("Lines down 2026-11-17 06:00:00+00");
    assertThat(postgres.sql("select kind || created || unmatched from imports"))
        .containsExactly("alerts23");

    Judged again = house.take(Kind.ALERTS, file, alice);
    assertThat(List.of(again.created(), again.changed(), again.unchanged(), again.unmatched()))
        .containsExactly(0L, 0L, 2L, 3L);
  }

  @Test
  void anAlertThatWasOverBeginsAnewAndItsTitleBecomesWhatTheFileSays() throws Exception {
    firm.customer("Jeanne", "+33639980112");
    String row = ";" + TUESDAY + ";0639980112;\n";
    house.take(Kind.ALERTS, HEAD + "t-17;Lines down" + row, alice);
    assertThat(alerts.end("t-17", Instant.parse("2026-11-18T06:00:00Z"))).isPresent();

    Judged anew = house.take(Kind.ALERTS, HEAD + "t-17;Lines down again" + row, alice);

    assertThat(anew.changed()).isEqualTo(1);
    assertThat(alerts.open()).extracting(Alerts.Alert::title).containsExactly("Lines down again");
    assertThat(alerts.open().getFirst().toCall()).isEqualTo(1);
  }

  @Test
  void whatGoesOutComesInAgainAlsoWhenWhoWasToCallHasLeft() throws Exception {
    long jeanne = firm.customer("Jeanne", "+33639980112");
    postgres.sql("update customers set key = 'C-1' where id = " + jeanne);
    firm.open(jeanne, "Box", "my words", bruno, Instant.parse(TUESDAY));
    house.take(Kind.ALERTS, HEAD + "t-17;Lines down;" + TUESDAY + ";;C-1\n", alice);
    postgres.sql("update agents set disabled = true where login = 'bruno'");

    String file = house.everything().get(Export.Table.ALERTS);
    Judged again = house.take(Kind.ALERTS, file, alice);

    assertThat(file).contains("t-17").doesNotContain("bruno");
    assertThat(again.refused()).isZero();
  }

  @Test
  void oneRowThatIsWrongRefusesTheFile() throws Exception {
    firm.customer("Jeanne", "+33639980112");
    State done =
        house.run(
            Kind.ALERTS,
            HEAD
                + "t-1;Down;"
                + TUESDAY
                + ";0639980112;\n"
                + "t-1;Up;;0639980112;\n"
                + "t-2;;"
                + TUESDAY
                + ";0639980112;\n"
                + "t-3;Down;;0639980112;\n"
                + "t-4;Down;2099-01-01;0639980112;\n"
                + "t-5;Down;"
                + TUESDAY
                + ";3,36E+10;\n"
                + ";Down;"
                + TUESDAY
                + ";0639980112;\n",
            alice);

    assertThat(done.phase()).isEqualTo(State.Phase.CHECKED);
    assertThat(
            Objects.requireNonNull(done.judged()).first().stream()
                .map(
                    row ->
                        row.line()
                            + " "
                            + Objects.requireNonNull(row.fault()).field().spelt()
                            + " "
                            + row.fault().what().spelt()))
        .contains(
            "4 title missing",
            "5 since missing",
            "6 since unreadable",
            "7 number scientific",
            "8 key missing")
        .hasSize(6);
    assertThat(alerts.open()).isEmpty();
  }
}
