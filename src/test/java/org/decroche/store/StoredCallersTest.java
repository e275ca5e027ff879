package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.decroche.casework.CaseStatus;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.CaseNote;
import org.decroche.routing.caller.KnownCustomer;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.OpenCase;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.decroche.routing.door.FrontDoorId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredCallersTest {
  private static final PhoneNumber NUMBER = new PhoneNumber("+33639980112");
  private static final Instant THEN = Instant.parse("2026-11-01T09:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private final StoredCallers callers;
  private final AgentId alice;
  private final AgentId karim;
  private int calls;

  StoredCallersTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    callers = new StoredCallers(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
  }

  @BeforeEach
  void nobodyKnown() {
    postgres.sql("truncate customers, calls cascade");
    postgres.sql("update agents set disabled = false");
    postgres.sql("update front_doors set remember_days = 90, real_talk_seconds = 10");
  }

  @Test
  void aStrangerIsUnknown() {
    assertThat(lookUp()).isEqualTo(Recognition.UNKNOWN);
  }

  @Test
  void theOpenCasesComeLastTouchedFirstWithTheirLastThreeNotes() {
    long jeanne = firm.customer("Jeanne Martin", NUMBER.e164());
    long box = open(jeanne, "Box sans alimentation", alice, THEN);
    long bill = open(jeanne, "Facture", karim, THEN.plusSeconds(5));
    long closed = open(jeanne, "Ancienne affaire", karim, THEN.plusSeconds(50));
    firm.close(closed, THEN.plusSeconds(60));
    firm.changes.waitFor(
        bill,
        1,
        CaseStatus.WAITING_FOR_CUSTOMER,
        Optional.of(THEN.plusSeconds(600)),
        karim,
        THEN.plusSeconds(6));
    for (int note = 1; note <= 4; note++) {
      firm.timelines.say(
          box,
          alice,
          "note " + note,
          Optional.empty(),
          OptionalLong.empty(),
          THEN.plusSeconds(note * 10L));
    }

    Recognition found = lookUp();

    assertThat(found.lookUp()).isEqualTo(LookUp.FOUND);
    assertThat(found.customers()).extracting(KnownCustomer::name).containsExactly("Jeanne Martin");
    assertThat(found.openCases())
        .extracting(OpenCase::title)
        .containsExactly("Box sans alimentation", "Facture");
    OpenCase first = found.openCases().get(0);
    assertThat(first.owner()).isEqualTo(alice);
    assertThat(first.ownerName()).isEqualTo("Agent alice");
    assertThat(first.touchedAt()).isEqualTo(THEN.plusSeconds(40));
    assertThat(first.notes())
        .extracting(CaseNote::text)
        .containsExactly("note 4", "note 3", "note 2");
  }

  @Test
  void aSharedNumberBringsAllItsPeople() {
    firm.customer("Paul Lefèvre", NUMBER.e164());
    long odile = firm.customer("Odile Lefèvre", NUMBER.e164(), "+33639980134");
    open(odile, "Grésillements", karim, THEN);

    assertThat(lookUp().customers())
        .extracting(person -> person.name() + " " + person.cases().size())
        .containsExactly("Odile Lefèvre 1", "Paul Lefèvre 0");
  }

  @Test
  void aNumberLongerByADigitIsAnotherNumber() {
    firm.customer("Jeanne Martin", "+336399801123", "+3363998011");

    assertThat(lookUp()).isEqualTo(Recognition.UNKNOWN);
  }

  @Test
  void theLastWhoReallyTalkedIsFoundByNumber() {
    Instant at = talked(alice, NUMBER.e164(), null, Duration.ofDays(3), 60);
    talked(karim, NUMBER.e164(), null, Duration.ofDays(5), 600);

    assertThat(lookUp())
        .isEqualTo(
            new Recognition(LookUp.UNKNOWN, List.of(), Optional.of(new LastTalk(alice, at))));
  }

  @Test
  void theLastWhoReallyTalkedIsFoundByThePersonWhoCalledFromElsewhere() {
    long jeanne = firm.customer("Jeanne Martin", NUMBER.e164());
    talked(alice, NUMBER.e164(), jeanne, Duration.ofDays(3), 60);
    Instant at = talked(karim, "+33199001012", jeanne, Duration.ofDays(2), 60);

    assertThat(lookUp().lastTalk()).contains(new LastTalk(karim, at));
  }

  @Test
  void shortOldUnendedAndForgottenTalksTieNobody() {
    talked(alice, NUMBER.e164(), null, Duration.ofDays(1), 9);
    talked(alice, NUMBER.e164(), null, Duration.ofDays(91), 60);
    talked(alice, "+33639980113", null, Duration.ofDays(1), 60);
    postgres.sql(
        "insert into calls (id, number_kind, number, arrived_at, answered_at, answered_by) values ('on', 'number', '"
            + NUMBER.e164()
            + "', now() - interval '1 hour', now() - interval '1 hour', "
            + alice.value()
            + ")");

    assertThat(lookUp().lastTalk()).isEmpty();
  }

  @Test
  void tenSecondsAreARealTalkAndEachDoorHasItsOwnMeasure() {
    talked(alice, NUMBER.e164(), null, Duration.ofDays(1), 10);
    assertThat(lookUp().lastTalk()).map(LastTalk::agent).contains(alice);

    postgres.sql("update front_doors set real_talk_seconds = 11");
    assertThat(lookUp().lastTalk()).isEmpty();

    postgres.sql("update front_doors set real_talk_seconds = 10, remember_days = 0");
    assertThat(lookUp().lastTalk()).isEmpty();
  }

  @Test
  void whoLeftIsPassedOverForTheOneBefore() {
    talked(alice, NUMBER.e164(), null, Duration.ofDays(1), 60);
    talked(karim, NUMBER.e164(), null, Duration.ofDays(2), 60);
    postgres.sql("update agents set disabled = true where id = " + alice.value());

    assertThat(lookUp().lastTalk()).map(LastTalk::agent).contains(karim);
  }

  @Test
  void aDoorThatIsGoneStillFindsThePeople() {
    firm.customer("Jeanne Martin", NUMBER.e164());

    assertThat(callers.lookUp(NUMBER, new FrontDoorId(404)).customers()).hasSize(1);
  }

  @Test
  void whoeverWasChosenIsFoundWithTheirCasesWhosesoeverTheNumberIs() {
    firm.customer("Jeanne Martin", NUMBER.e164());
    long louis = firm.customer("Louis Petit", "+33199001777");
    open(louis, "Facture", karim, THEN);

    Recognition found = callers.lookUp(Optional.of(NUMBER), firm.door, Optional.of(louis));
    Recognition withheld = callers.lookUp(Optional.empty(), firm.door, Optional.of(louis));

    assertThat(found.customers())
        .extracting(KnownCustomer::name)
        .containsExactly("Jeanne Martin", "Louis Petit");
    assertThat(found.openCaseOf(Optional.of(louis))).map(OpenCase::title).contains("Facture");
    assertThat(withheld.customers()).extracting(KnownCustomer::name).containsExactly("Louis Petit");
    assertThat(callers.lookUp(Optional.empty(), firm.door, Optional.of(404L)))
        .isEqualTo(Recognition.UNKNOWN);
  }

  private Recognition lookUp() {
    return callers.lookUp(NUMBER, firm.door);
  }

  private long open(long customer, String title, AgentId owner, Instant at) {
    return firm.open(customer, title, "en ses mots", owner, at);
  }

  private Instant talked(AgentId agent, String number, Long customer, Duration ago, int seconds) {
    postgres.sql(
        """
        insert into calls (id, number_kind, number, customer_id, arrived_at, answered_at, answered_by, ended_at, ending)
        select 'c%d', 'number', '%s', %s, at, at, %d, at + interval '%d seconds', 'talked'
        from (select date_trunc('milliseconds', now()) - interval '%d seconds' as at) t
        """
            .formatted(++calls, number, customer, agent.value(), seconds, ago.toSeconds()));
    String at =
        postgres
            .sql("select to_json(answered_at) #>> '{}' from calls where id = 'c" + calls + "'")
            .get(0);
    return OffsetDateTime.parse(at).toInstant();
  }
}
