package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.MORNING;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.Owed;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who answers when the right person cannot, and when the door is closed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandInTest {
  private static final Recognition CAROLS_CASE = found(person(1, caseOf(7, "carol", 5)));
  private static final Duration SOON = Duration.ofSeconds(15);

  @Test
  void whoever_owes_the_caller_comes_before_whoever_talked_with_them_last() {
    Instant due = MORNING.plusSeconds(60);
    Scene scene =
        Scene.ofThree()
            .rings(
                "call",
                Cast.lastTalkWith("bob")
                    .apply(Recognition.UNKNOWN)
                    .withOwed(new Owed(Owed.What.CALL_BACK, agent("carol"), due)));
    scene.offers("call", "carol");
    assertThat(scene.theCall("call").offer().orElseThrow().reason())
        .isEqualTo(new Reason.OwesThem(Owed.What.CALL_BACK, due));
  }

  @Test
  void the_owner_of_the_open_case_comes_before_whoever_owes_something() {
    Scene.ofThree()
        .rings("call", CAROLS_CASE.withOwed(new Owed(Owed.What.PROMISE, agent("bob"), MORNING)))
        .offers("call", "carol");
  }

  @Test
  void the_deputy_of_somebody_who_is_off_or_away_is_asked_before_the_team() {
    for (Availability gone : new Availability[] {Availability.OFF, Availability.AWAY}) {
      Scene scene =
          new Scene()
              .with("alice", CARE)
              .with("dave", SALES)
              .with("carol", gone, CARE)
              .deputy("carol", "dave")
              .open()
              .rings("call", CAROLS_CASE);
      scene.offers("call", "dave");
      assertThat(scene.theCall("call").offer().orElseThrow().reason())
          .isEqualTo(new Reason.DeputyOf("carol", "owner-of-open-case"));
    }
  }

  @Test
  void the_deputy_is_left_alone_while_the_right_person_only_talks() {
    new Scene()
        .with("alice", CARE)
        .with("dave", SALES)
        .with("carol", CARE)
        .deputy("carol", "dave")
        .open()
        .rings("other", CAROLS_CASE)
        .answers("carol", "other")
        .rings("call", CAROLS_CASE)
        .offers("call", "alice");
  }

  @Test
  void the_deputy_of_a_deputy_stands_in_and_a_ring_of_deputies_ends() {
    Scene chain =
        new Scene()
            .with("alice", CARE)
            .with("carol", Availability.OFF, CARE)
            .with("dave", Availability.AWAY, SALES)
            .with("erin", SALES)
            .deputy("carol", "dave")
            .deputy("dave", "erin");
    chain.open().rings("call", CAROLS_CASE).offers("call", "erin").because("call", "deputy");
    Scene ring =
        new Scene()
            .with("alice", CARE)
            .with("carol", Availability.OFF, CARE)
            .with("dave", Availability.OFF, SALES)
            .deputy("carol", "dave")
            .deputy("dave", "carol");
    ring.open().rings("call", CAROLS_CASE).offers("call", "alice").because("call", "longest-idle");
  }

  @Test
  void the_next_team_helps_after_its_wait_and_not_before() {
    Scene scene =
        new Scene()
            .with(Policy.PLAIN.withOverflow(new Overflow(SALES, "sales", SOON)))
            .with("alice", CARE)
            .with("dave", SALES)
            .open()
            .ringsUnknown("other")
            .answers("alice", "other")
            .ringsUnknown("call");
    scene.waits("call");
    scene.seconds(14).asks("call").waits("call");
    scene.seconds(2).reachChanges("call").offersNow("call", "dave").because("call", "next-team");
  }

  @Test
  void their_own_team_comes_first_also_when_the_next_may_help() {
    new Scene()
        .with(Policy.PLAIN.withOverflow(new Overflow(SALES, "sales", Duration.ZERO)))
        .with("dave", SALES)
        .with("alice", CARE)
        .open()
        .ringsUnknown("call")
        .offers("call", "alice");
  }

  @Test
  void whoever_becomes_free_in_the_next_team_takes_the_caller_who_waited_long_enough() {
    new Scene()
        .with(Policy.PLAIN.withOverflow(new Overflow(SALES, "sales", SOON)))
        .with("dave", Availability.OFF, SALES)
        .with("alice", CARE)
        .open()
        .ringsUnknown("other")
        .answers("alice", "other")
        .ringsUnknown("call")
        .seconds(16)
        .reachChanges("call")
        .waits("call")
        .chooses("dave", Availability.READY)
        .offersNow("call", "dave");
  }

  @Test
  void outside_hours_only_the_person_on_call_is_rung_whatever_they_chose() {
    Scene scene = closed().with("alice", CARE).with("dave", Availability.OFF, SALES).open();
    scene.rings("call", CAROLS_CASE).offers("call", "dave").because("call", "on-call");
    scene.answers("dave", "call").hangsUp("call").isFree("dave");
  }

  @Test
  void a_second_caller_outside_hours_waits_for_the_person_on_call() {
    closed()
        .with("alice", CARE)
        .with("dave", Availability.OFF, SALES)
        .open()
        .ringsUnknown("first")
        .answers("dave", "first")
        .ringsUnknown("second")
        .waits("second")
        .hangsUp("first")
        .offersNow("second", "dave");
  }

  @Test
  void with_nobody_on_call_it_rings_on_until_the_door_opens() {
    Policy policy = Policy.PLAIN.withHours(Policies.openingAt(MORNING.plusSeconds(3700)));
    Scene scene = new Scene().with(policy).with("alice", CARE).open().ringsUnknown("call");
    scene.waits("call");
    assertThat(scene.timerIn(Timer.ReachChanges.class).toSeconds()).isBetween(98L, 100L);
    scene.seconds(101).reachChanges("call").offersNow("call", "alice");
  }

  @Test
  void whoever_rang_before_the_door_closed_is_not_sent_away_by_the_clock() {
    Policy policy =
        Policy.PLAIN.withHours(
            Policies.closedBetween(MORNING.plusSeconds(3610), MORNING.plusSeconds(9000)));
    new Scene()
        .with(policy)
        .with("alice", CARE)
        .open()
        .ringsUnknown("other")
        .answers("alice", "other")
        .ringsUnknown("call")
        .seconds(60)
        .hangsUp("other")
        .offersNow("call", "alice")
        .ringsUnknown("late")
        .waits("late");
  }

  @Test
  void when_nobody_of_the_teams_is_ready_the_person_on_call_is_rung() {
    Scene scene =
        new Scene()
            .with(Policy.PLAIN.withOnCall(agent("dave")))
            .with("alice", CARE)
            .with("dave", Availability.OFF, SALES)
            .open()
            .ringsUnknown("other")
            .answers("alice", "other")
            .ringsUnknown("call")
            .waits("call");
    scene.chooses("alice", Availability.OFF).offersNow("call", "dave").because("call", "on-call");
  }

  @Test
  void the_person_on_call_whose_phone_is_gone_is_not_rung() {
    closed()
        .with("dave", Availability.OFF, SALES)
        .open()
        .phone("dave", PhoneState.UNREACHABLE)
        .ringsUnknown("call")
        .waits("call")
        .phone("dave", PhoneState.IDLE)
        .offersNow("call", "dave");
  }

  @Test
  void a_shared_number_ties_nobody_to_anybody() {
    Recognition shared =
        Cast.lastTalkWith("bob")
            .apply(CAROLS_CASE)
            .withOwed(new Owed(Owed.What.CALL_BACK, agent("bob"), MORNING))
            .ofSharedNumber();
    Scene scene = Scene.ofThree().rings("call", shared);
    scene.offers("call", "alice").because("call", "longest-idle");
    assertThat(scene.theCall("call").customer()).isEmpty();
  }

  @Test
  void a_shared_number_is_its_caller_s_own_once_somebody_said_who_it_is() {
    Scene scene = Scene.of("alice", "carol").rings("other", Recognition.UNKNOWN);
    scene.answers("alice", "other").chooses("carol", Availability.AWAY);
    scene.rings("call", CAROLS_CASE.ofSharedNumber()).waits("call").customer("call", 1);
    scene.chooses("carol", Availability.READY).offersNow("call", "carol");
    scene.because("call", "owner-of-open-case");
    assertThat(scene.theCall("call").customerName()).isEqualTo(Optional.of("person 1"));
  }

  /** Closed all day, Dave on call. */
  private static Scene closed() {
    return new Scene()
        .with(
            Policy.PLAIN
                .withHours(Policies.openingAt(MORNING.plusSeconds(80_000)))
                .withOnCall(agent("dave")));
  }
}
