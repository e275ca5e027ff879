package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.decroche.casework.CaseStatus;
import org.decroche.casework.Closing;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.store.CustomerCase.Details;
import org.decroche.store.CustomerCase.Note;
import org.decroche.store.Outcome.Conflict;
import org.decroche.store.Outcome.Invalid;
import org.decroche.store.Outcome.NotFound;
import org.decroche.store.Outcome.Stale;
import org.decroche.store.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-27T17:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private AgentId alice = new AgentId(0);
  private AgentId karim = new AgentId(0);
  private long jeanne;

  CasesTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
  }

  @BeforeEach
  void aliceAndJeanne() {
    postgres.sql("truncate agents, customers, calls cascade");
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin", "+33639980112");
  }

  @Test
  void aCaseHasAnOwnerOrIsNotOpened() {
    assertThat(create(jeanne, "Box", new AgentId(404))).isEqualTo(new NotFound<>("ownerId"));
    assertThatThrownBy(
            () ->
                postgres.sql(
                    "insert into cases (customer_id, title) values (" + jeanne + ", 'Box')"))
        .hasMessageContaining("owner_id");
    assertThat(firm.cases.of(jeanne)).isEmpty();
  }

  @Test
  void nobodyGetsACaseWhoIsDisabled() {
    disable(alice);

    assertThat(create(jeanne, "Box", alice)).isEqualTo(new NotFound<>("ownerId"));
  }

  @Test
  void aNoteIsKeptInTheWordsTypedAndTouchesTheCase() {
    long box = open("Box");
    String words = "Elle dit : « j'attends depuis 3 jours » \n<b>rappeler</b>";

    TimelineEntry note = Fixture.done(say(box, words, NOW.plusSeconds(60)));

    assertThat(note.text()).isEqualTo(words);
    CustomerCase after = firm.cases.byId(box).orElseThrow();
    assertThat(after.touchedAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(after.notes()).extracting(Note::text).containsExactly(words);
    assertThat(after.version()).as("a line overwrites nothing").isEqualTo(1);
  }

  @Test
  void notesComeNewestFirstAndAnEarlierClockStillReturnsTheNewOne() {
    long box = open("Box");
    say(box, "later", NOW.plusSeconds(60));

    TimelineEntry early = Fixture.done(say(box, "earlier", NOW));

    assertThat(early.text()).isEqualTo("earlier");
    assertThat(firm.cases.byId(box).orElseThrow().notes())
        .extracting(Note::text)
        .containsExactly("later", "earlier");
  }

  @Test
  void aCorrectionPointsToWhatItCorrectsWhichStays() {
    long box = open("Box");
    long bill = open("Facture");
    TimelineEntry wrong = Fixture.done(say(box, "Sent on Monday", NOW));
    TimelineEntry elsewhere = Fixture.done(say(bill, "Paid", NOW));

    TimelineEntry right =
        Fixture.done(
            firm.timelines.say(
                box,
                karim,
                "Sent on Tuesday",
                Optional.empty(),
                OptionalLong.of(wrong.id()),
                NOW.plusSeconds(5)));

    assertThat(right.kind()).isEqualTo(Kind.CORRECTION);
    assertThat(right.corrects()).isEqualTo(wrong.id());
    assertThat(timeline(box)).contains(wrong, right);
    assertThat(
            firm.timelines.say(
                box, karim, "x", Optional.empty(), OptionalLong.of(elsewhere.id()), NOW))
        .isEqualTo(new NotFound<>("corrects"));
  }

  @Test
  void noLineOfATimelineIsEverRewritten() {
    long box = open("Box");
    say(box, "Sent on Monday", NOW);

    assertThatThrownBy(() -> postgres.sql("update timeline set text = 'Sent on Friday'"))
        .hasMessageContaining("never rewritten");
  }

  @Test
  void openCasesStandBeforeClosedOnes() {
    long closed = open("Ancienne");
    long box = open("Box");
    firm.close(closed, NOW.plusSeconds(60));

    assertThat(firm.cases.of(jeanne)).extracting(CustomerCase::id).containsExactly(box, closed);
    assertThat(firm.cases.ownedBy(alice)).extracting(CustomerCase::id).containsExactly(box);
  }

  @Test
  void otherWordsSayWhatTheyWereAndTheSameWordsSayNothing() {
    long box = open("Box");
    Details wanted = new Details("Box", "mes mots", "No work from home", null);

    CustomerCase changed = Fixture.done(firm.changes.reword(box, 1, wanted, karim, NOW));
    CustomerCase same = Fixture.done(firm.changes.reword(box, 2, wanted, alice, NOW));

    assertThat(changed.details()).isEqualTo(wanted);
    assertThat(same.version()).isEqualTo(2);
    assertThat(timeline(box))
        .extracting(TimelineEntry::kind)
        .containsExactly(Kind.WORDS, Kind.OPENED);
    assertThat(timeline(box).getFirst().detail())
        .isEqualTo("{\"effect\": {\"to\": \"No work from home\", \"from\": null}}");
  }

  @Test
  void whoeverChangesWhatHasChangedIsToldByWhomAndOverwritesNothing() {
    long box = open("Box");
    Details karims = new Details("Box sans alimentation", "mes mots", null, null);
    Fixture.done(firm.changes.reword(box, 1, karims, karim, NOW));
    Fixture.done(waitFor(box, 2, CaseStatus.WAITING_FOR_CUSTOMER, FRIDAY));

    assertThat(firm.changes.reword(box, 1, new Details("Câble", null, null, null), alice, NOW))
        .isEqualTo(new Stale<>("Agent alice", List.of("title", "status")));
    assertThat(firm.changes.reword(404, 1, karims, alice, NOW)).isEqualTo(new NotFound<>("id"));

    CustomerCase stands = firm.cases.byId(box).orElseThrow();
    assertThat(stands.details()).isEqualTo(karims);
    assertThat(stands.version()).isEqualTo(3);
  }

  @Test
  void aThirdPartyIsWaitedForOnlyWhenTheyOweSomething() {
    long box = open("Box");

    assertThat(waitFor(box, 1, CaseStatus.WAITING_FOR_THIRD_PARTY, null))
        .isEqualTo(new Conflict<>("errand"));
  }

  @Test
  void silencePastTheDateBringsACaseBackAndTouchesNothing() {
    long box = open("Box");
    SilentCases silent = new SilentCases(postgres.database());
    Fixture.done(waitFor(box, 1, CaseStatus.WAITING_FOR_CUSTOMER, FRIDAY));

    assertThat(silent.bringBack(FRIDAY)).isEmpty();
    assertThat(silent.bringBack(FRIDAY.plusSeconds(1))).containsExactly(alice);
    assertThat(silent.bringBack(FRIDAY.plusSeconds(2))).isEmpty();

    CustomerCase back = firm.cases.byId(box).orElseThrow();
    assertThat(back.status()).isEqualTo(CaseStatus.WAITING_FOR_US);
    assertThat(back.version()).isEqualTo(3);
    assertThat(back.touchedAt()).isEqualTo(NOW);
    TimelineEntry line = timeline(box).getFirst();
    assertThat(line.author()).isEmpty();
    assertThat(line.detail()).contains("\"because\": \"silence\"");
    assertThat(firm.changes.reword(box, 2, back.details(), alice, NOW))
        .isEqualTo(new Stale<>("", List.of("status")));
  }

  @Test
  void aCaseClosesOnTheCustomersWordHeardOnACallWithThem() {
    long box = open("Box");
    call("talked", "now()", jeanne, "in", null);
    call("missed", "null", jeanne, "in", null);
    call("stranger", "now()", firm.customer("Paul"), "in", null);
    call("machine", "now()", jeanne, "out", "machine");

    for (String wrong : List.of("missed", "stranger", "machine", "nothing")) {
      assertThat(close(box, wrong)).as(wrong).isEqualTo(new Invalid<>("callId"));
    }
    assertThat(firm.cases.byId(box).orElseThrow().status()).isEqualTo(CaseStatus.WAITING_FOR_US);

    CustomerCase closed = Fixture.done(close(box, "talked"));

    assertThat(closed.status()).isEqualTo(CaseStatus.CLOSED);
    var how = closed.standing().closing().orElseThrow();
    assertThat(how.word())
        .isEqualTo(new Closing("It works.", karim, NOW, new Closing.OnCall(new CallId("talked"))));
    assertThat(how.heardBy()).isEqualTo("Agent karim");
    assertThat(close(box, "talked")).isInstanceOf(Stale.class);
    assertThat(
            firm.changes.close(
                box, 2, new Closing("x", karim, NOW, new Closing.InWriting("letter")), alice, NOW))
        .isEqualTo(new Conflict<>("status"));
  }

  @Test
  void nothingElseClosesACase() {
    long box = open("Box");

    assertThatThrownBy(() -> postgres.sql("update cases set status = 'closed' where id = " + box))
        .hasMessageContaining("cases_closing_whole");
    assertThat(
            firm.changes.close(
                box, 1, new Closing(" ", alice, NOW, new Closing.InWriting("m")), alice, NOW))
        .isEqualTo(new Invalid<>("closing"));
    assertThat(
            firm.changes.close(
                box,
                1,
                new Closing("Fine", new AgentId(404), NOW, new Closing.InWriting("m")),
                alice,
                NOW))
        .isEqualTo(new NotFound<>("heardBy"));
    assertThat(timeline(box)).hasSize(1);
  }

  @Test
  void aClosedCaseIsOpenedAgainAndItsWordStaysOnTheTimeline() {
    long box = open("Box");
    firm.close(box, NOW);
    disable(alice);

    assertThat(firm.changes.reopen(box, 2, "It broke again", Optional.empty(), karim, NOW))
        .isEqualTo(new NotFound<>("ownerId"));
    CustomerCase open =
        Fixture.done(firm.changes.reopen(box, 2, "It broke again", Optional.of(karim), karim, NOW));

    assertThat(open.status()).isEqualTo(CaseStatus.WAITING_FOR_US);
    assertThat(open.owner()).isEqualTo(karim);
    assertThat(open.standing().closing()).isEmpty();
    assertThat(timeline(box))
        .extracting(TimelineEntry::kind)
        .containsExactly(Kind.REOPENED, Kind.CLOSED, Kind.OPENED);
    assertThat(firm.changes.reopen(box, 3, "x", Optional.empty(), karim, NOW))
        .isEqualTo(new Conflict<>("status"));
  }

  @Test
  void anExceptionShowsOnTheCase() {
    long box = open("Box");

    Fixture.done(
        firm.timelines.except(
            box, alice, "Two visits a month", "She works from there.", Optional.empty(), NOW));

    assertThat(firm.cases.byId(box).orElseThrow().exceptions())
        .singleElement()
        .satisfies(
            exception -> {
              assertThat(exception.text()).isEqualTo("She works from there.");
              assertThat(exception.detail()).isEqualTo("{\"rule\": \"Two visits a month\"}");
            });
  }

  @Test
  void whoeverElseHasSomethingHalfWrittenIsNamedAndNotRead() {
    long box = open("Box");
    Drafts drafts = new Drafts(postgres.database());
    drafts.keep(karim, "case-" + box, "She said", NOW);
    drafts.keep(alice, "case-" + box, "I said", NOW);
    drafts.keep(karim, "case-" + box + "0", "elsewhere", NOW.plus(Duration.ofHours(1)));

    assertThat(firm.timelines.writing(box, alice))
        .containsExactly(new Timelines.Writer(new CallRecord.Agent(karim, "Agent karim"), NOW));
    Fixture.done(
        firm.timelines.say(box, karim, "She said no", Optional.empty(), OptionalLong.empty(), NOW));
    assertThat(firm.timelines.writing(box, alice)).isEmpty();
  }

  @Test
  void theTimelineIsReadPageByPage() {
    long box = open("Box");
    for (int line = 1; line <= 3; line++) {
      say(box, "line " + line, NOW);
    }

    List<TimelineEntry> first = firm.timelines.of(box, OptionalLong.empty(), 2).orElseThrow();
    List<TimelineEntry> rest =
        firm.timelines.of(box, OptionalLong.of(first.getLast().id()), 10).orElseThrow();

    assertThat(first).extracting(TimelineEntry::text).containsExactly("line 3", "line 2");
    assertThat(rest).extracting(TimelineEntry::text).containsExactly("line 1", "mes mots");
    assertThat(firm.timelines.of(404, OptionalLong.empty(), 10)).isEmpty();
  }

  @Test
  void valuesOutOfBoundsAreRefusedByField() {
    assertThat(create(jeanne, "", alice)).isEqualTo(new Invalid<>("title"));
    assertThat(create(404, "Box", alice)).isEqualTo(new NotFound<>("customerId"));
    assertThat(say(open("Box"), " ", NOW)).isEqualTo(new Invalid<>("text"));
    assertThat(say(404, "x", NOW)).isEqualTo(new NotFound<>("id"));
    assertThat(
            firm.changes.reword(
                open("Box"), 1, new Details("Box", null, "x".repeat(2001), null), alice, NOW))
        .isEqualTo(new Invalid<>("effect"));
  }

  private long open(String title) {
    return firm.open(jeanne, title, "mes mots", alice, NOW);
  }

  private Outcome<CustomerCase> create(long customer, String title, AgentId owner) {
    return firm.cases.create(
        customer, new Details(title, null, null, null), owner, karim, Optional.empty(), NOW);
  }

  private Outcome<TimelineEntry> say(long box, String text, Instant at) {
    return firm.timelines.say(box, alice, text, Optional.empty(), OptionalLong.empty(), at);
  }

  private Outcome<CustomerCase> waitFor(long box, int version, CaseStatus status, Instant until) {
    return firm.changes.waitFor(box, version, status, Optional.ofNullable(until), alice, NOW);
  }

  private Outcome<CustomerCase> close(long box, String call) {
    Closing word = new Closing("It works.", karim, NOW, new Closing.OnCall(new CallId(call)));
    return firm.changes.close(box, 1, word, alice, NOW);
  }

  private List<TimelineEntry> timeline(long box) {
    return firm.timelines.of(box, OptionalLong.empty(), 100).orElseThrow();
  }

  private void call(String id, String answered, long customer, String direction, String outcome) {
    postgres.sql(
        """
        insert into calls (id, number_kind, customer_id, arrived_at, answered_at, direction, outcome, judged_at)
        values ('%s', 'withheld', %d, now() - interval '1 minute', %s, '%s', %s)
        """
            .formatted(
                id,
                customer,
                answered,
                direction,
                outcome == null ? "null, null" : "'" + outcome + "', now()"));
  }

  private void disable(AgentId agent) {
    Fixture.done(firm.agents.change(agent, new AgentChange("Agent", Role.AGENT, true, List.of())));
  }
}
