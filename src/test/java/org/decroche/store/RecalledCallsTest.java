package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.call.Reason;
import org.decroche.routing.call.Recalled;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that has just been started learns from the record what it knew. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecalledCallsTest {
  private static final PhoneNumber JEANNES = new PhoneNumber("+33639980113");
  private static final PhoneNumber TECHNICIAN = new PhoneNumber("+33639980114");
  private static final CallId CALL = new CallId("176.1");
  private static final CallId OUT = new CallId("leg-17");
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final TestDatabase postgres;
  private final Fixture firm;
  private final AgentId alice;
  private final AgentId karim;
  private final long jeanne;

  RecalledCallsTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
    jeanne = firm.customer("Jeanne Martin", JEANNES.e164());
  }

  @BeforeEach
  void noCalls() {
    postgres.sql("truncate calls, debts cascade");
  }

  @Test
  void aCallersIsKnownWithWhomItWasGivenAndWhoWasBroughtIn() {
    Reason first = new Reason.LongestIdle("Accueil", now.minusSeconds(600));
    Reason second = new Reason.HandedOver("Alice Roy", "box, no power since noon");
    write(
        new Step.Arrived(CALL, 1, now, firm.door, new CallerNumber.Dialable(JEANNES)),
        new Step.Chosen(CALL, 2, at(1), jeanne, alice),
        offered(3, 101, alice, first),
        new Step.Billed(CALL, 4, at(4)),
        new Step.Answered(CALL, 5, at(5), new OfferId(101), alice, Duration.ofSeconds(1)),
        outside(6, Step.Outside.What.RUNG),
        outside(7, Step.Outside.What.JOINED),
        offered(8, 102, karim, second),
        new Step.Joined(CALL, 9, at(9), new OfferId(102), karim));

    assertThat(recalled(CALL))
        .isEqualTo(
            new Recalled.In(
                CALL,
                Optional.of(firm.door),
                new CallerNumber.Dialable(JEANNES),
                now,
                Optional.of(jeanne),
                Optional.of(at(5)),
                Optional.of(alice),
                Optional.of(at(4)),
                List.of(
                    new Recalled.Offered(new OfferId(101), alice, first, at(3), Optional.of(at(5))),
                    new Recalled.Offered(
                        new OfferId(102), karim, second, at(8), Optional.of(at(9)))),
                List.of(new Recalled.Outside(LegId.of(103), TECHNICIAN))));
  }

  @Test
  void whoeverWasForgottenSinceTheyWereBroughtInTakesNobodyElseAlong() {
    write(
        new Step.Arrived(CALL, 1, now, firm.door, new CallerNumber.Dialable(JEANNES)),
        offered(2, 101, alice, new Reason.Fallback()),
        outside(3, Step.Outside.What.RUNG));
    postgres.sql("update call_steps set detail = detail - 'number' where kind = 'outside'");

    Recalled.In recalled = (Recalled.In) recalled(CALL);

    assertThat(recalled.offers()).hasSize(1);
    assertThat(recalled.outside()).isEmpty();
  }

  @Test
  void oneThatWeMadeIsKnownWithWhoMakesIt() {
    write(
        new Step.CalledOut(
            OUT, 1, now, firm.door, JEANNES, alice, Optional.of(jeanne), Optional.empty(), false));
    assertThat(recalled(OUT))
        .isEqualTo(
            new Recalled.Out(
                OUT,
                Optional.of(firm.door),
                JEANNES,
                alice,
                now,
                Optional.of(jeanne),
                Optional.empty(),
                Optional.empty()));

    write(new Step.CalleeAnswered(OUT, 2, at(20), alice));
    assertThat(((Recalled.Out) recalled(OUT)).answeredAt()).contains(at(20));
  }

  @Test
  void whatIsNotOnRecordIsNotKnown() {
    assertThat(of(CALL, OUT)).isEmpty();
  }

  @Test
  void everyReasonIsReadAsItWasWritten() {
    List<Reason> reasons =
        List.of(
            new Reason.OwnerOfOpenCase(7, "Box without power supply", at(-9000)),
            new Reason.LastTalkedWith(at(-900)),
            new Reason.OwesThem(Owed.What.CALL_BACK, at(900)),
            new Reason.DeputyOf("Karim", "owes-them"),
            new Reason.LongestIdle("Accueil", at(-90)),
            new Reason.NextTeam("Renfort", Duration.ofSeconds(31)),
            new Reason.OnCall("Standard", Optional.of(at(3600))),
            new Reason.OnCall("Standard", Optional.empty()),
            new Reason.HandedOver("Karim", "a line"),
            new Reason.BroughtIn("Karim", "another line"),
            new Reason.Fallback());
    write(new Step.Arrived(CALL, 1, now, firm.door, new CallerNumber.Withheld()));
    for (int i = 0; i < reasons.size(); i++) {
      write(offered(2 + i, 100 + i, alice, reasons.get(i)));
    }

    assertThat(((Recalled.In) recalled(CALL)).offers())
        .extracting(Recalled.Offered::reason)
        .containsExactlyElementsOf(reasons);
  }

  private Instant at(long seconds) {
    return now.plusSeconds(seconds);
  }

  private Step offered(long seq, long offer, AgentId to, Reason reason) {
    return new Step.Offered(CALL, seq, at(seq), new OfferId(offer), to, reason);
  }

  private Step outside(long seq, Step.Outside.What what) {
    return new Step.Outside(
        CALL, seq, at(seq), Optional.of(alice), TECHNICIAN, LegId.of(103), what);
  }

  private Recalled recalled(CallId call) {
    List<Recalled> all = of(call, new CallId("other"));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private List<Recalled> of(CallId... calls) {
    try (StoredJournal journal = new StoredJournal(postgres.database())) {
      return journal.recall(Set.of(calls));
    }
  }

  private void write(Step... steps) {
    try (StoredJournal journal = new StoredJournal(postgres.database())) {
      List.of(steps).forEach(journal::write);
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> journal.unwritten() == 0);
    }
  }
}
