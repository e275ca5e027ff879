package org.decroche.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.decroche.engine.Unwatched;
import org.decroche.routing.Step;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.call.CallId;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.OfferId;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.LastTalk;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.leg.LegId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each one's own time with a caller, and what a hand-over leaves behind. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
  private static final CallId CALL = new CallId("1763800000.9");
  private static final LegId LEG = LegId.of(18);
  private static final PhoneNumber NUMBER = new PhoneNumber("+33639980155");

  private final TestDatabase postgres;
  private final Fixture firm;
  private final Talks talks;
  private final AgentId alice;
  private final AgentId karim;

  TalksTest(TestDatabase postgres) {
    this.postgres = postgres;
    firm = new Fixture(postgres.database());
    talks = new Talks(postgres.database());
    alice = firm.agent("alice");
    karim = firm.agent("karim");
  }

  @BeforeEach
  void noCalls() {
    postgres.sql("truncate customers, calls cascade");
    postgres.sql("update front_doors set remember_days = 3650, real_talk_seconds = 10");
  }

  @Test
  void aHandedOverCallIsOneRecordWithRightTalkTimesForEach() {
    write(handedOver());

    assertThat(told()).containsExactly("alice 0..60", "karim 40..300");
    assertThat(postgres.sql("select count(*)::text from calls")).containsExactly("1");
    assertThat(firm.calls.byId(CALL).orElseThrow().steps())
        .extracting(CallRecord.Step::kind)
        .containsExactly("arrived", "answered", "joined", "left", "ended");
  }

  @Test
  void theSameStepsAgainInWhateverOrderChangeNothing() {
    write(handedOver());
    List<Step> again = new ArrayList<>(handedOver());
    Collections.shuffle(again, new Random(3));

    again.forEach(step -> write(List.of(step)));

    assertThat(told()).containsExactly("alice 0..60", "karim 40..300");
  }

  @Test
  void whoeverComesBackHasTwoTalks() {
    List<Step> steps = new ArrayList<>(handedOver().subList(0, 4));
    steps.add(new Step.Joined(CALL, 5, NOW.plusSeconds(100), new OfferId(3), alice));
    steps.add(new Step.Ended(CALL, 6, NOW.plusSeconds(200), Ending.TALKED));
    write(steps);

    assertThat(told()).containsExactly("alice 0..60", "karim 40..200", "alice 100..200");
  }

  @Test
  void theLastToReallyTalkIsWhoTheCallerIsRememberedBy() {
    write(handedOver());
    assertThat(lastTalk()).contains(karim);

    postgres.sql("truncate calls cascade");
    List<Step> brief = new ArrayList<>(handedOver().subList(0, 2));
    brief.add(new Step.Joined(CALL, 3, NOW.plusSeconds(295), new OfferId(2), karim));
    brief.add(new Step.Ended(CALL, 4, NOW.plusSeconds(300), Ending.TALKED));
    write(brief);
    assertThat(lastTalk()).as("five seconds are no talk").contains(alice);
  }

  @Test
  void aCallThatEndedUnseenLeavesNoTalkOpen() {
    write(handedOver().subList(0, 3));
    assertThat(told()).containsExactly("alice 0..", "karim 40..");

    firm.calls.endUnseen(Set.of(), NOW.plusSeconds(500));
    assertThat(told()).containsExactly("alice 0..500", "karim 40..500");

    new UnwatchedCalls(postgres.database())
        .write(
            List.of(
                new Unwatched.Ended(
                    CALL,
                    NOW.plusSeconds(100),
                    NOW,
                    Optional.of(firm.door),
                    new CallerNumber.Dialable(NUMBER))));
    assertThat(told()).containsExactly("alice 0..100", "karim 40..100");
  }

  @Test
  void whoeverLeftWhileTheServiceWasDeadHasTheirOwnTime() {
    write(handedOver().subList(0, 3));

    new UnwatchedCalls(postgres.database())
        .write(
            List.of(
                new Unwatched.Left(CALL, NOW.plusSeconds(60), phoneOf(alice)),
                new Unwatched.Ended(
                    CALL,
                    NOW.plusSeconds(100),
                    NOW,
                    Optional.of(firm.door),
                    new CallerNumber.Dialable(NUMBER))));

    assertThat(told()).containsExactly("alice 0..60", "karim 40..100");
  }

  private Phone phoneOf(AgentId agent) {
    return new Phone(
        postgres.sql("select phone from agents where id = " + agent.value()).getFirst());
  }

  @Test
  void somebodyOutsideIsOnTheRecord() {
    write(handedOver().subList(0, 2));
    write(
        List.of(
            new Step.Outside(
                CALL,
                3,
                NOW.plusSeconds(9),
                Optional.of(alice),
                NUMBER,
                LEG,
                Step.Outside.What.RUNG),
            new Step.Outside(
                CALL,
                4,
                NOW.plusSeconds(12),
                Optional.empty(),
                NUMBER,
                LEG,
                Step.Outside.What.LEFT)));

    assertThat(firm.calls.byId(CALL).orElseThrow().steps())
        .filteredOn(step -> step.kind().equals("outside"))
        .extracting(CallRecord.Step::detail)
        .containsExactly(
            "{\"leg\": \"leg-18\", \"what\": \"rung\", \"number\": \"+33639980155\"}",
            "{\"leg\": \"leg-18\", \"what\": \"left\", \"number\": \"+33639980155\"}");
  }

  @Test
  void aCaseMovesWithALineThatSaysSoAndAClosedOneStays() {
    long jeanne = firm.customer("Jeanne Martin", NUMBER.e164());
    long box = firm.open(jeanne, "Box", null, alice, NOW);
    StoredCaseOwners owners = new StoredCaseOwners(postgres.database());

    owners.move(box, karim, alice, CALL, "She sent the power supply.", NOW.plusSeconds(5));
    CustomerCase moved = firm.cases.byId(box).orElseThrow();
    assertThat(moved.owner()).isEqualTo(karim);
    assertThat(moved.notes())
        .extracting(CustomerCase.Note::text)
        .containsExactly("She sent the power supply.");
    assertThat(firm.timelines.of(box, OptionalLong.empty(), 1).orElseThrow().getFirst().detail())
        .isEqualTo("{\"to\": %d, \"from\": %d}".formatted(karim.value(), alice.value()));

    firm.close(box, NOW.plusSeconds(6));
    owners.move(box, alice, karim, CALL, "", NOW.plusSeconds(7));
    assertThat(firm.cases.byId(box).orElseThrow().owner()).isEqualTo(karim);
    owners.move(999_999, alice, karim, CALL, "", NOW);
  }

  private List<Step> handedOver() {
    CallerNumber number = new CallerNumber.Dialable(NUMBER);
    return List.of(
        new Step.Arrived(CALL, 1, NOW.minusSeconds(5), firm.door, number),
        new Step.Answered(CALL, 2, NOW, new OfferId(1), alice, Duration.ZERO),
        new Step.Joined(CALL, 3, NOW.plusSeconds(40), new OfferId(2), karim),
        new Step.Left(CALL, 4, NOW.plusSeconds(60), alice),
        new Step.Ended(CALL, 5, NOW.plusSeconds(300), Ending.TALKED));
  }

  private void write(List<Step> steps) {
    try (StoredJournal journal = new StoredJournal(postgres.database())) {
      steps.forEach(journal::write);
    }
  }

  private Optional<AgentId> lastTalk() {
    return new StoredCallers(postgres.database())
        .lookUp(NUMBER, firm.door)
        .lastTalk()
        .map(LastTalk::agent);
  }

  private List<String> told() {
    return talks.of(CALL).stream()
        .map(
            talk -> {
              Instant end = talk.endedAt();
              return talk.agent().name().replace("Agent ", "")
                  + " "
                  + Duration.between(NOW, talk.beganAt()).toSeconds()
                  + ".."
                  + (end == null ? "" : Duration.between(NOW, end).toSeconds());
            })
        .toList();
  }
}
