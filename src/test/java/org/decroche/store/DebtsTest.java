package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.decroche.engine.Unwatched;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.store.Debt.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DebtsTest {
  private static final String MOBILE = "+33639980112";
  private static final String HOME = "+33199001122";
  private static final Instant THEN = Instant.parse("2026-11-25T09:00:00Z");

  private final TestDatabase postgres;
  private final Fixture firm;
  private final Debts debts;
  private final WeighedCalls weighed;
  private final AgentId alice;
  private final AgentId karim;
  private int calls;

  DebtsTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    debts = new Debts(postgres.database());
    weighed = new WeighedCalls(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
  }

  @BeforeEach
  void nothingOwed() {
    postgres.sql("truncate customers, calls, debts, shared_numbers cascade");
    postgres.sql(
        "update agents set disabled = false, deputy_id = null, availability = 'off', role = 'agent'");
    postgres.sql("update front_doors set callback_due_minutes = 60, on_call_id = null");
    postgres.sql("truncate door_turns");
  }

  /** A call that begins so many minutes after the start and rings for 30 s. */
  private String missed(String number, int minute) {
    String id = "c" + ++calls;
    postgres.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, arrived_at, ended_at, ending)
        values ('%s', %d, 'number', '%s', '%s', '%s', 'gave-up')
        """
            .formatted(id, firm.door.value(), number, at(minute), at(minute).plusSeconds(30)));
    return id;
  }

  /** A call answered after 5 s by Alice; it goes on for so many minutes, or still does (0). */
  private String talked(String number, int minute, int minutes) {
    String id = "c" + ++calls;
    postgres.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, arrived_at, answered_at, answered_by, ended_at, ending)
        values ('%s', %d, 'number', '%s', '%s', '%s', %d, %s)
        """
            .formatted(
                id,
                firm.door.value(),
                number,
                at(minute),
                at(minute).plusSeconds(5),
                alice.value(),
                minutes == 0 ? "null, null" : "'%s', 'talked'".formatted(at(minute + minutes))));
    return id;
  }

  private static Instant at(int minute) {
    return THEN.plus(Duration.ofMinutes(minute));
  }

  /** From ten minutes after the start on, until an hour after it. */
  private void turn(AgentId agent) {
    postgres.sql(
        """
        insert into door_turns (front_door_id, position, agent_id, from_minute, to_minute, first_day, last_day)
        select %d, count(*), %d, 610, 660, '2026-11-25', '2026-11-25' from door_turns
        """
            .formatted(firm.door.value(), agent.value()));
  }

  @Test
  void whenNobodyIsReadyItIsForWhoseTurnItWasToBeOnCall() {
    postgres.sql("update front_doors set on_call_id = " + karim.value());
    turn(alice);
    missed(MOBILE, 5);
    missed(HOME, 15);

    assertThat(weigh(90)) // after her turn: what counts is when they gave up
        .extracting(debt -> debt.owner().orElseThrow().id())
        .containsExactly(karim, alice);
  }

  @Test
  void theTurnOfSomebodyWhoMayNotAnswerAnyMoreIsTheNextOnesThatFits() {
    turn(alice);
    turn(karim);
    postgres.sql("update agents set disabled = true where id = " + alice.value());
    missed(MOBILE, 15);
    assertThat(only(weigh(16)).owner().orElseThrow().id()).isEqualTo(karim);
  }

  private List<Debt> weigh(int minute) {
    weighed.weigh(at(minute));
    return debts.open();
  }

  @Test
  void whoGaveUpIsToBeCalledBackWithinAnHour() {
    missed(MOBILE, 0);

    Debt debt = only(weigh(1));

    assertThat(debt.number()).isEqualTo(new PhoneNumber(MOBILE));
    assertThat(debt.owner()).isPresent();
    assertThat(debt.began()).isEqualTo(THEN);
    assertThat(debt.due()).isEqualTo(THEN.plusSeconds(30).plus(Duration.ofHours(1)));
    assertThat(debt.rang()).isEqualTo(Duration.ofSeconds(30));
    assertThat(debt.calls()).isEqualTo(1);
    assertThat(debt.standing()).isEqualTo(new Standing.Open());
  }

  @Test
  void whoCallsAgainIsOneDebtThatIsNotDueLater() {
    missed(MOBILE, 0);
    Debt first = only(weigh(1));
    missed(MOBILE, 20);

    Debt debt = only(weigh(21));

    assertThat(debt.id()).isEqualTo(first.id());
    assertThat(debt.calls()).isEqualTo(2);
    assertThat(debt.due()).isEqualTo(first.due());
    assertThat(debt.owner()).isEqualTo(first.owner());
    assertThat(debt.missed()).isEqualTo(at(20));
  }

  @Test
  void weighingAgainChangesNothing() {
    String call = missed(MOBILE, 0);
    Debt once = only(weigh(1));
    postgres.sql("update calls set weighed_at = null where id = '%s'".formatted(call));

    assertThat(weigh(2)).containsExactly(once);
    assertThat(weighed.weigh(at(3))).isEmpty();
  }

  @Test
  void twoPeopleAreTwoDebts() {
    missed(MOBILE, 0);
    missed(HOME, 1);

    assertThat(weigh(2)).hasSize(2);
  }

  @Test
  void aCustomersTwoNumbersAreOneDebtToBeCalledBackWhereTheyCalledLast() {
    long jeanne = firm.customer("Jeanne Martin", MOBILE, HOME);
    missed(MOBILE, 0);
    missed(HOME, 5);

    Debt debt = only(weigh(6));

    assertThat(debt.customer()).contains(new CallRecord.Person(jeanne, "Jeanne Martin"));
    assertThat(debt.number()).isEqualTo(new PhoneNumber(HOME));
    assertThat(debt.calls()).isEqualTo(2);
  }

  @Test
  void aCallOutSettlesItOnlyWhenWhoeverCalledSaysThatTheyReachedThem() {
    missed(MOBILE, 0);
    Debt debt = only(weigh(1));
    String attempt = talked(MOBILE, 10, 5);
    postgres.sql(
        "update calls set direction = 'out', called_by = %d, debt_id = %d where id = '%s'"
            .formatted(alice.value(), debt.id(), attempt));
    assertThat(weigh(16)).as("nobody has said what came of it").hasSize(1);

    judge(attempt, "machine");
    assertThat(weigh(17)).hasSize(1);
    judge(attempt, "reached");
    assertThat(weigh(18)).isEmpty();
    judge(attempt, "wrong-person");
    assertThat(weigh(19)).extracting(Debt::id).containsExactly(debt.id());
  }

  @Test
  void aCallOutThatNobodyAnswersIsNoDebt() {
    String attempt = missed(MOBILE, 0);
    postgres.sql("update calls set direction = 'out' where id = '%s'".formatted(attempt));

    assertThat(weigh(1)).isEmpty();
  }

  private void judge(String call, String outcome) {
    postgres.sql(
        "update calls set outcome = '%s', judged_at = now() where id = '%s'"
            .formatted(outcome, call));
  }

  @Test
  void aTalkSettlesItWhoeverTalks() {
    missed(MOBILE, 0);
    Debt debt = only(weigh(1));
    talked(MOBILE, 10, 5);

    assertThat(weigh(16)).isEmpty();
    assertThat(debts.byId(debt.id()).orElseThrow().standing())
        .isEqualTo(
            new Standing.Settled(
                at(10).plusSeconds(5), Optional.of(new CallRecord.Agent(alice, "Agent alice"))));
  }

  @Test
  void itIsSettledWhileTheyStillTalk() {
    missed(MOBILE, 0);
    weigh(1);
    talked(MOBILE, 10, 0);

    assertThat(weigh(11)).isEmpty();
  }

  @Test
  void aCustomerIsReachedByWhicheverNumber() {
    firm.customer("Jeanne Martin", MOBILE, HOME);
    missed(MOBILE, 0);
    weigh(1);
    talked(HOME, 10, 5);

    assertThat(weigh(16)).isEmpty();
  }

  @Test
  void whoIsNamedDuringTheTalkIsReachedToo() {
    long jeanne = firm.customer("Jeanne Martin", MOBILE);
    missed(MOBILE, 0);
    weigh(1);
    String call = talked(HOME, 10, 0);
    assertThat(weigh(11)).hasSize(1);

    postgres.sql("update calls set customer_id = %d where id = '%s'".formatted(jeanne, call));

    assertThat(weigh(12)).isEmpty();
  }

  @Test
  void aWithheldCallOfANamedPersonReachesThem() {
    long jeanne = firm.customer("Jeanne Martin", MOBILE);
    missed(MOBILE, 0);
    weigh(1);
    String call = talked(HOME, 10, 5);
    postgres.sql(
        "update calls set customer_id = %d, number = null, number_kind = 'withheld' where id = '%s'"
            .formatted(jeanne, call));

    assertThat(weigh(16)).isEmpty();
  }

  @Test
  void somebodyElsesTalkSettlesNothing() {
    firm.customer("Odile Lefèvre", MOBILE);
    missed(MOBILE, 0);
    weigh(1);
    talked(HOME, 10, 5);

    assertThat(weigh(16)).hasSize(1);
  }

  @Test
  void aKnownPersonAtASharedNumberIsNotTheOneNobodyKnows() {
    long odile = firm.customer("Odile Lefèvre", HOME);
    postgres.sql("insert into shared_numbers values ('%s')".formatted(MOBILE));
    missed(MOBILE, 0);
    weigh(1);
    String call = talked(MOBILE, 10, 5);
    postgres.sql("update calls set customer_id = %d where id = '%s'".formatted(odile, call));
    assertThat(weigh(16)).hasSize(1);

    talked(MOBILE, 20, 5);

    assertThat(weigh(26)).isEmpty();
  }

  @Test
  void anEarlierTalkSettlesNothing() {
    talked(MOBILE, 0, 5);
    missed(MOBILE, 10);

    assertThat(weigh(11)).hasSize(1);
  }

  @Test
  void newsOfAMissedCallThatComesAfterTheTalkMakesNoDebt() {
    talked(MOBILE, 10, 5);
    weigh(16);
    missed(MOBILE, 0);

    assertThat(weigh(17)).isEmpty();
  }

  @Test
  void aCallWhoseEndNobodySawIsOwedUntilTheDialplansNotesSayThatItWasAnswered() {
    CallId call = new CallId("c" + ++calls);
    CallerNumber number = new CallerNumber.Dialable(new PhoneNumber(MOBILE));
    postgres.sql(
        """
        insert into calls (id, front_door_id, number_kind, number, arrived_at)
        values ('%s', %d, 'number', '%s', '%s')
        """
            .formatted(call.value(), firm.door.value(), MOBILE, at(0)));
    firm.calls.endUnseen(List.of(), at(5));
    assertThat(weigh(6)).hasSize(1);

    new UnwatchedCalls(postgres.database())
        .write(
            List.of(
                new Unwatched.Answered(call, at(1), new Phone("palice00")),
                new Unwatched.Ended(call, at(3), at(0), Optional.of(firm.door), number)));

    assertThat(weigh(7)).isEmpty();
    assertThat(postgres.sql("select count(*) from debt_calls")).containsExactly("0");
  }

  @Test
  void aWithheldNumberIsOwedNothing() {
    String call = missed(MOBILE, 0);
    postgres.sql(
        "update calls set number = null, number_kind = 'withheld' where id = '%s'".formatted(call));

    assertThat(weigh(1)).isEmpty();
    assertThat(postgres.sql("select count(*) from calls where weighed_at is null"))
        .containsExactly("0");
  }

  @Test
  void aCallThatRingsIsOwedNothingYet() {
    String call = missed(MOBILE, 0);
    postgres.sql("update calls set ended_at = null, ending = null where id = '%s'".formatted(call));

    assertThat(weigh(1)).isEmpty();
  }

  @Test
  void theCasesOwnerOwesItAndTheNextCallGoesToThem() {
    long jeanne = firm.customer("Jeanne Martin", MOBILE);
    firm.open(jeanne, "Box", null, karim, THEN);
    missed(MOBILE, 0);

    Debt debt = only(weigh(1));

    assertThat(debt.owner().orElseThrow().id()).isEqualTo(karim);
    assertThat(new StoredCallers(postgres.database()).lookUp(debt.number(), firm.door).owed())
        .contains(new Owed(Owed.What.CALL_BACK, karim, debt.due()));
  }

  @Test
  void strangersAreSharedOutAmongThoseWhoAreReady() {
    postgres.sql("update agents set availability = 'ready'");
    missed(MOBILE, 0);
    missed(HOME, 1);

    assertThat(weigh(2))
        .extracting(debt -> debt.owner().orElseThrow().id())
        .containsExactlyInAnyOrder(alice, karim);
  }

  @Test
  void whenItIsLateTheDeputySeesItToo() {
    long jeanne = firm.customer("Jeanne Martin", MOBILE);
    firm.open(jeanne, "Box", null, karim, THEN);
    postgres.sql(
        "update agents set deputy_id = %d where id = %d".formatted(alice.value(), karim.value()));
    missed(MOBILE, 0);
    Debt debt = only(weigh(1));

    assertThat(debts.of(karim, at(59))).containsExactly(debt);
    assertThat(debts.of(alice, at(59))).isEmpty();
    assertThat(debts.late(at(59))).isEmpty();
    assertThat(debts.becameLate(at(50), at(59))).isEmpty();
    assertThat(debts.of(alice, at(62))).containsExactly(debt);
    assertThat(debts.late(at(62))).containsExactly(debt);
    assertThat(debts.becameLate(at(59), at(62))).containsExactlyInAnyOrder(alice, karim);
  }

  @Test
  void itNeverExpires() {
    missed(MOBILE, 0);
    weigh(1);

    assertThat(weigh(60 * 24 * 3650)).hasSize(1);
  }

  @Test
  void whatNobodyOwnsShowsToAdministratorsUntilSomebodyIsThere() {
    postgres.sql("update agents set disabled = true");
    missed(MOBILE, 0);
    Debt orphan = only(weigh(1));
    assertThat(orphan.owner()).isEmpty();
    postgres.sql("update agents set role = 'administrator' where id = " + karim.value());
    assertThat(debts.of(karim, at(2))).containsExactly(orphan);
    assertThat(debts.of(alice, at(2))).isEmpty();

    postgres.sql("update agents set disabled = false where id = " + alice.value());

    assertThat(weighed.weigh(at(3))).containsExactly(alice);
    assertThat(debts.of(alice, at(3))).hasSize(1);
  }

  @Test
  void aDebtOfSomebodyWhoLeftGoesToAnother() {
    long jeanne = firm.customer("Jeanne Martin", MOBILE);
    firm.open(jeanne, "Box", null, karim, THEN);
    missed(MOBILE, 0);
    weigh(1);
    postgres.sql("update agents set disabled = true where id = " + karim.value());

    assertThat(only(weigh(2)).owner().orElseThrow().id()).isEqualTo(alice);
  }

  @Test
  void writtenOffItStaysVisibleWithItsReasonAndANewCallIsANewDebt() {
    missed(MOBILE, 0);
    Debt debt = only(weigh(1));

    Debt written = Fixture.done(debts.writeOff(debt.id(), karim, " Wrong number. ", at(2)));

    assertThat(written.standing())
        .isEqualTo(
            new Standing.WrittenOff(
                at(2), new CallRecord.Agent(karim, "Agent karim"), "Wrong number."));
    assertThat(debts.open()).isEmpty();
    assertThat(debts.writtenOff()).containsExactly(written);
    assertThat(debts.writeOff(debt.id(), karim, "again", at(3)))
        .isEqualTo(new Outcome.Conflict<>("id"));
    missed(MOBILE, 30);
    assertThat(only(weigh(31)).id()).isNotEqualTo(debt.id());
  }

  @Test
  void aWriteOffNeedsAReasonAndADebt() {
    missed(MOBILE, 0);
    Debt debt = only(weigh(1));

    assertThat(debts.writeOff(debt.id(), karim, "  ", at(2)))
        .isEqualTo(new Outcome.Invalid<>("reason"));
    assertThat(debts.writeOff(debt.id() + 1000, karim, "why", at(2)))
        .isEqualTo(new Outcome.NotFound<>("id"));
    assertThat(debts.open()).containsExactly(debt);
  }

  @Test
  void aCallThatCannotBeWeighedKeepsNoOtherFromIt() {
    missed(MOBILE, 0);
    missed(HOME, 1);
    postgres.sql(
        "alter table debts add constraint debts_for_a_test check (number <> '%s')"
            .formatted(MOBILE));
    try {
      assertThat(weigh(2)).extracting(debt -> debt.number().e164()).containsExactly(HOME);
    } finally {
      postgres.sql("alter table debts drop constraint debts_for_a_test");
    }
  }

  @Test
  void aCallThatIsBeingChangedIsWeighedAfterItsChangeAndHoldsUpNobody() throws SQLException {
    String changing = missed(MOBILE, 0);
    missed(HOME, 1);
    DatabaseAccess access = postgres.access();
    try (Connection other =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select from calls where id = '%s' for update".formatted(changing));

      assertThat(weigh(2)).extracting(debt -> debt.number().e164()).containsExactly(HOME);
      other.rollback();
    }

    assertThat(weigh(3)).hasSize(2);
  }

  @Test
  void manyCallsAreWeighedInOneGo() {
    for (int caller = 0; caller < 120; caller++) {
      missed("+3363998%04d".formatted(caller), caller % 10);
    }

    weighed.weigh(at(20));

    assertThat(postgres.sql("select count(*) from debts")).containsExactly("120");
  }

  private static Debt only(List<Debt> found) {
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
