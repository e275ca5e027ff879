package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.decroche.casework.CaseStatus;
import org.decroche.casework.Closing;
import org.decroche.moving.Fault;
import org.decroche.moving.Judged;
import org.decroche.moving.Kind;
import org.decroche.moving.RowOutcome;
import org.decroche.moving.State;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Customer.Details;
import org.decroche.store.Customer.Line;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is kept by their own data: what goes out of one house comes into another as it was. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00.123456Z");
  private static final Instant LATER = NOW.plusSeconds(3600);

  private final TestDatabase postgres;
  private final Fixture firm;
  private final MovingHouse house;
  private AgentId alice = new AgentId(0);
  private AgentId bruno = new AgentId(0);

  RoundTripTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    house = new MovingHouse(postgres.database());
  }

  @BeforeEach
  void anEmptyHouse() {
    empty("alice", "bruno");
  }

  @AfterAll
  void close() {
    house.close();
  }

  /** With the same people, who have other ids there. */
  private void empty(String... logins) {
    postgres.sql(
        "truncate agents, customers, shared_numbers, alerts, calls, search_words, imports cascade");
    for (String login : logins) {
      AgentId one = firm.agent(login);
      alice = login.equals("alice") ? one : alice;
      bruno = login.equals("bruno") ? one : bruno;
    }
  }

  @Test
  void everythingComesIntoAnotherHouseAsItWasAndASecondTimeChangesNothing() throws Exception {
    aFullHouse();
    Map<Export.Table, String> files = house.everything();
    files.forEach(
        (table, text) -> assertThat(text.lines()).as(table.spelt()).hasSizeGreaterThan(1));
    AgentId before = alice;

    empty("bruno", "alice");
    assertThat(alice).isNotEqualTo(before);
    for (Kind kind : Kind.values()) {
      Judged taken = house.take(kind, files.get(Export.Table.read(kind.spelt())), bruno);
      assertThat(taken.refused()).isZero();
    }

    assertThat(house.everything()).isEqualTo(files);
    assertThat(
            postgres.sql(
                "select case when (detail ->> 'by')::bigint = "
                    + alice.value()
                    + " then 'alice' end from timeline where kind = 'promise-made' order by id limit 1"))
        .containsExactly("alice");
    assertThat(
            postgres.sql(
                "select g.name || ' is ' || k.name from customers g join customers k on k.id = g.merged_into"))
        .containsExactly("Jeanne M. is Jeanne Martin");

    for (Kind kind : Kind.values()) {
      Judged again = house.take(kind, files.get(Export.Table.read(kind.spelt())), bruno);
      assertThat(again.created() + again.changed()).as(kind.spelt()).isZero();
    }
    assertThat(house.everything()).isEqualTo(files);
    assertThat(postgres.sql("select count(*) from customer_changes")).containsExactly("0");
    assertThat(
            postgres.sql("select distinct version from cases union select version from customers"))
        .containsExactly("1");
  }

  /** Each kind of thing that may be entered, by the acts that enter it. */
  private void aFullHouse() {
    long shop =
        customer(
            new Details("'=SUM(A1) & Söhne", "a\tb\nc", "de", Customer.Kind.FIRM, null, none()));
    long jeanne =
        customer(
            new Details(
                "Jeanne Martin",
                "hard of hearing;\n\"slowly\"",
                "fr",
                Customer.Kind.PERSON,
                "Mme M.",
                Optional.of(shop)),
            new Line(new PhoneNumber("+33639980112"), "mobile"),
            new Line(new PhoneNumber("+33199001012"), null));
    long gone =
        customer(
            new Details("Jeanne M.", null, null),
            new Line(new PhoneNumber("+33639980113"), "shop"));
    new SharedNumbers(postgres.database()).mark(new PhoneNumber("+33199007777"), true);
    long box = firm.open(jeanne, "Box", "Elle ne marche plus 😀", alice, NOW);
    long move = firm.open(gone, "Move", "-2 boxes\n+1", bruno, NOW);
    Fixture.done(new Merges(postgres.database()).merge(jeanne, gone, alice, NOW));
    promises(box);
    errands(box);
    told(box);
    closed(move);
    new Alerts(postgres.database())
        .bring(
            new Alerts.Told("ticket-17", "Lines down", NOW),
            List.of(new PhoneNumber("+33639980112")),
            List.of(),
            bruno,
            LATER);
  }

  private void promises(long matter) {
    var promises = new Promises(postgres.database());
    Optional<CallId> call = Optional.of(new CallId("call-1"));
    Fixture.done(promises.make(matter, "A technician", alice, LATER, call, bruno, NOW));
    Promise kept =
        Fixture.done(promises.make(matter, "A box", bruno, LATER, Optional.empty(), bruno, NOW));
    Fixture.done(promises.end(kept.id(), Promise.State.KEPT, null, alice, LATER));
    Promise broken =
        Fixture.done(promises.make(matter, "A call", bruno, LATER, Optional.empty(), bruno, NOW));
    Fixture.done(promises.end(broken.id(), Promise.State.BROKEN, "storm", bruno, LATER));
    Fixture.done(
        new Ownership(postgres.database())
            .handOverAll(alice, new Ownership.Successor(bruno, "On leave", alice, LATER)));
  }

  private void errands(long matter) {
    var errands = new Errands(postgres.database());
    var details = new Errand.Details("Depot", "01 99 00 00 01", "A box", LATER);
    Errand open = Fixture.done(errands.add(matter, details, Optional.empty(), alice, NOW));
    Fixture.done(
        errands.chase(open.id(), "Friday", Optional.of(LATER), Optional.empty(), alice, NOW));
    Errand done = Fixture.done(errands.add(matter, details, Optional.empty(), bruno, NOW));
    Fixture.done(errands.end(done.id(), Errand.State.DONE, "It came", alice, LATER));
    Errand dropped = Fixture.done(errands.add(matter, details, Optional.empty(), bruno, NOW));
    Fixture.done(errands.end(dropped.id(), Errand.State.DROPPED, "They refuse", alice, LATER));
  }

  private void told(long matter) {
    TimelineEntry note =
        Fixture.done(
            firm.timelines.say(
                matter, alice, "@home; \"fine\"", Optional.empty(), OptionalLong.empty(), NOW));
    TimelineEntry correction =
        Fixture.done(
            firm.timelines.say(
                matter, bruno, "not home", Optional.empty(), OptionalLong.of(note.id()), NOW));
    Fixture.done(
        firm.timelines.say(
            matter, bruno, "at work", Optional.empty(), OptionalLong.of(correction.id()), NOW));
    Fixture.done(
        firm.timelines.except(
            matter, alice, "no refunds", "It is our fault", Optional.empty(), LATER));
    CustomerCase stands = firm.cases.byId(matter).orElseThrow();
    Fixture.done(
        firm.changes.reword(
            matter,
            stands.version(),
            new CustomerCase.Details("Box", "mes mots", "Boutique fermée", "Splitter"),
            alice,
            LATER));
    stands = firm.cases.byId(matter).orElseThrow();
    Fixture.done(
        firm.changes.waitFor(
            matter,
            stands.version(),
            CaseStatus.WAITING_FOR_CUSTOMER,
            Optional.of(Instant.parse("2099-03-01T10:00:00Z")),
            alice,
            LATER));
  }

  private void closed(long matter) {
    CustomerCase stands = firm.cases.byId(matter).orElseThrow();
    Closing letter = new Closing("Solved.", bruno, NOW, new Closing.InWriting("letter of March"));
    Fixture.done(firm.changes.close(matter, stands.version(), letter, alice, LATER));
    Fixture.done(
        firm.changes.reopen(
            matter, stands.version() + 1, "Again", Optional.of(alice), bruno, LATER));
    Fixture.done(firm.changes.close(matter, stands.version() + 2, letter, alice, LATER));
  }

  private long customer(Details details, Line... numbers) {
    return Fixture.done(firm.customers.create(details, List.of(numbers))).id();
  }

  private static Optional<Long> none() {
    return Optional.empty();
  }

  @Test
  void whatAnotherSystemWritesOfItsCasesBecomesHistoryOnce() throws Exception {
    house.take(Kind.CUSTOMERS, "Clé;Nom;Type\nF-1;Garage;entreprise\n", alice);
    house.take(Kind.CUSTOMERS, "Clé;Nom;Entreprise ID\nC-1;Zoé;F-1\n", alice);
    house.take(Kind.CASES, "key;customer;title;owner\nT-1;C-1;Panne;bruno\n", alice);
    String notes = "ID;Dossier;Date;Auteur;Texte\nN-1;T-1;02/11/2026;alice;Elle a rappelé\n";
    assertThat(house.take(Kind.TIMELINE, notes, alice).created()).isEqualTo(1);
    assertThat(house.take(Kind.TIMELINE, notes, alice).unchanged()).isEqualTo(1);
    house.take(
        Kind.PROMISES, "ID;Dossier;Quoi;Par;Échéance\nP-1;T-1;Un devis;bruno;02/12/2026\n", alice);

    assertThat(
            postgres.sql(
                "select kind || ' ' || coalesce(text, '') || ' ' || at::date from timeline order by id"))
        .contains("note Elle a rappelé 2026-11-02")
        .hasSize(2);
    assertThat(postgres.sql("select what || ' ' || state from promises"))
        .containsExactly("Un devis open");
    assertThat(postgres.sql("select f.name from customers c join customers f on f.id = c.firm_id"))
        .containsExactly("Garage");
  }

  @Test
  void aChangeByAFileIsNotedWithWhoBroughtItAndMakesANewVersion() throws Exception {
    house.take(
        Kind.CUSTOMERS, "key;name;kind;number\nF-1;Garage;firm;\nC-1;Zoé;;0639980112\n", alice);
    house.take(
        Kind.CUSTOMERS, "key;name;called;firm;number\nC-1;Zoë;Mme Z.;F-1;0639980112\n", bruno);

    assertThat(postgres.sql("select version from customers where key = 'C-1'"))
        .containsExactly("3");
    assertThat(
            postgres.sql(
                "select by_id || ' ' || h.version || ' ' || (detail - 'firmId')::text from customer_changes h order by h.id"))
        .containsExactly(
            bruno.value()
                + " 2 {\"name\": {\"to\": \"Zoë\", \"from\": \"Zoé\"}, \"called\": {\"to\": \"Mme Z.\"}}",
            bruno.value() + " 3 {}");
    house.take(Kind.CUSTOMERS, "key;name;firm\nC-1;Zoë;\n", bruno);
    assertThat(postgres.sql("select firm_id from customers where key = 'C-1'")).containsNull();
  }

  @Test
  void whatDoesNotFitIsRefusedByRowAndNothingIsTaken() throws Exception {
    house.take(Kind.CUSTOMERS, "key;name;kind;firm\nP-1;Paul;;F-1\nF-1;Garage;firm;\n", alice);
    house.take(
        Kind.CASES, "key;customer;title;owner\nT-1;P-1;Panne;bruno\nT-2;P-1;Autre;bruno\n", alice);
    house.take(Kind.TIMELINE, "key;case;text\nL-1;T-1;said\n", alice);

    assertThat(
            refused(
                Kind.CUSTOMERS,
                """
                key;name;kind;firm;same-as;number
                F-1;Garage;person;;;
                F-2;Other;firm;F-1;;
                A;Anne;;P-1;;
                B;Bob;;X;;
                C;Carl;;;C;
                D;Dan;;;E;
                E;Eve;;;P-1;
                F;Fay;;;P-1;0639980112
                G;Guy;beast;;;
                """))
        .containsExactly(
            "2 kind differs",
            "3 firm differs",
            "4 firm unknown",
            "5 firm unknown",
            "6 same-as unknown",
            "7 same-as unknown",
            "9 number differs",
            "10 kind unreadable");
    assertThat(
            refused(
                Kind.PROMISES,
                """
                key;case;what;by;due;state;ended;why
                1;;A box;alice;2026-12-01;;;
                2;T-9;A box;alice;2026-12-01;;;
                3;T-1;A box;nobody;2026-12-01;;;
                4;T-1;A box;alice;;;;
                5;T-1;A box;alice;2026-12-01;kept;;
                6;T-1;A box;alice;2026-12-01;open;2026-12-01;
                7;T-1;A box;alice;2026-12-01;kept;2026-12-01;rain
                8;T-1;;alice;2026-12-01;;;
                9;T-1;A box;alice;2026-12-01;soon;;
                """))
        .containsExactly(
            "2 case missing",
            "3 case unknown",
            "4 by unknown",
            "5 due missing",
            "6 ended missing",
            "7 ended differs",
            "8 why differs",
            "9 what missing",
            "10 state unreadable");
    assertThat(
            refused(
                Kind.ERRANDS,
                "key;case;party;what;due;state;ended;ending\n1;T-1;;A box;2026-12-01;;;\n2;T-1;Depot;A box;2026-12-01;done;2026-12-01;\n"))
        .containsExactly("2 party missing", "3 ending missing");
    assertThat(
            refused(
                Kind.TIMELINE,
                """
                key;case;kind;author;text;corrects;promise;detail
                L-1;T-2;;;said;;;
                2;T-1;gossip;;said;;;
                3;T-1;note;;;;;
                4;T-1;correction;;said;L-9;;
                5;T-2;correction;;said;L-1;;
                6;T-1;correction;;said;7;;
                7;T-1;note;;said;;P-9;
                8;T-1;note;;said;;;[1]
                9;T-1;note;;said;;;"{""a"": ""\\u0000""}"
                10;T-1;note;nobody;said;;;
                """))
        .containsExactly(
            "2 case elsewhere",
            "3 kind unreadable",
            "4 text missing",
            "5 corrects unknown",
            "6 corrects elsewhere",
            "7 corrects unknown",
            "8 promise unknown",
            "9 detail unreadable",
            "10 detail unreadable",
            "11 author unknown");
    assertThat(postgres.sql("select count(*) from timeline where kind = 'note'"))
        .containsExactly("1");
    assertThat(postgres.sql("select count(*) from promises")).containsExactly("0");
  }

  private List<String> refused(Kind kind, String csv) throws Exception {
    State done = house.run(kind, csv, alice);
    assertThat(done.phase()).as(done.toString()).isEqualTo(State.Phase.CHECKED);
    return java.util.Objects.requireNonNull(done.judged()).first().stream()
        .map(RoundTripTest::told)
        .toList();
  }

  private static String told(RowOutcome row) {
    Fault fault = java.util.Objects.requireNonNull(row.fault());
    return row.line() + " " + fault.field().spelt() + " " + fault.what().spelt();
  }
}
