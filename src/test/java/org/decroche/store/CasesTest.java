package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.CustomerCase.Note;
import org.decroche.store.CustomerCase.Status;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private AgentId alice = new AgentId(0);
  private long jeanne;

  CasesTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
  }

  @BeforeEach
  void aliceAndJeanne() {
    postgres.sql("truncate agents, customers cascade");
    alice = firm.agent("alice");
    jeanne = firm.customer("Jeanne Martin", "+33639980112");
  }

  @Test
  void aCaseHasAnOwnerOrIsNotOpened() {
    assertThat(firm.cases.create(jeanne, new Details("Box", null, new AgentId(404)), NOW))
        .isEqualTo(new NotFound<>("ownerId"));
    assertThatThrownBy(
            () ->
                postgres.sql(
                    "insert into cases (customer_id, title) values (" + jeanne + ", 'Box')"))
        .hasMessageContaining("owner_id");
    assertThat(firm.cases.of(jeanne)).isEmpty();
  }

  @Test
  void nobodyGetsACaseWhoIsDisabledButTheyKeepTheirsUntilHandedOver() {
    CustomerCase box = open("Box");
    firm.agents.change(alice, new AgentChange("Alice", Role.AGENT, true, List.of()));

    assertThat(firm.cases.create(jeanne, new Details("Facture", null, alice), NOW))
        .isEqualTo(new NotFound<>("ownerId"));
    assertThat(
            Fixture.done(
                    firm.cases.change(
                        box.id(), new Details("Box 2", null, alice), Status.OPEN, NOW))
                .title())
        .isEqualTo("Box 2");
  }

  @Test
  void aNoteIsKeptInTheWordsTypedAndTouchesTheCase() {
    CustomerCase box = open("Box");
    String words = "Elle dit : « j'attends depuis 3 jours » \n<b>rappeler</b>";

    Note note = Fixture.done(firm.cases.addNote(box.id(), alice, words, NOW.plusSeconds(60)));

    assertThat(note.text()).isEqualTo(words);
    CustomerCase after = firm.cases.byId(box.id()).orElseThrow();
    assertThat(after.touchedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(after.notes()).containsExactly(note);
  }

  @Test
  void notesComeNewestFirstAndAnEarlierClockStillReturnsTheNewOne() {
    CustomerCase box = open("Box");
    firm.cases.addNote(box.id(), alice, "later", NOW.plusSeconds(60));

    Note early = Fixture.done(firm.cases.addNote(box.id(), alice, "earlier", NOW));

    assertThat(early.text()).isEqualTo("earlier");
    assertThat(firm.cases.byId(box.id()).orElseThrow().notes())
        .extracting(Note::text)
        .containsExactly("later", "earlier");
  }

  @Test
  void openCasesStandBeforeClosedOnes() {
    CustomerCase closed = open("Ancienne");
    CustomerCase box = open("Box");
    firm.cases.change(
        closed.id(), new Details("Ancienne", null, alice), Status.CLOSED, NOW.plusSeconds(60));

    assertThat(firm.cases.of(jeanne))
        .extracting(CustomerCase::id)
        .containsExactly(box.id(), closed.id());
  }

  @Test
  void valuesOutOfBoundsAreRefusedByField() {
    assertThat(firm.cases.create(jeanne, new Details("", null, alice), NOW))
        .isEqualTo(new Invalid<>("title"));
    assertThat(firm.cases.create(404, new Details("Box", null, alice), NOW))
        .isEqualTo(new NotFound<>("customerId"));
    assertThat(firm.cases.addNote(open("Box").id(), alice, " ", NOW))
        .isEqualTo(new Invalid<>("text"));
    assertThat(firm.cases.addNote(404, alice, "x", NOW)).isEqualTo(new NotFound<>("id"));
  }

  private CustomerCase open(String title) {
    return Fixture.done(firm.cases.create(jeanne, new Details(title, "mes mots", alice), NOW));
  }
}
