package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.lastTalkWith;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.Recognition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule, and each way out of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoAnswersTest {
  private static final Recognition CAROLS_CASE = found(person(1, caseOf(7, "carol", 5)));
  private static final String OWNER = "owner-of-open-case";
  private static final String LAST = "last-talked-with";
  private static final String IDLE = "longest-idle";

  @Test
  void the_owner_of_the_open_case_is_first_when_free() {
    Scene scene = Scene.ofThree().rings("call", CAROLS_CASE);
    scene.offers("call", "carol").because("call", OWNER);
    assertThat(scene.theCall("call").offer().orElseThrow().reason())
        .isEqualTo(new Reason.OwnerOfOpenCase(7, "case 7", caseOf(7, "carol", 5).openedAt()));
  }

  @Test
  void the_owner_of_the_open_case_is_first_even_when_of_another_team() {
    Scene scene = new Scene().with("alice", CARE).with("carol", SALES).open();
    scene.rings("call", CAROLS_CASE).offers("call", "carol").because("call", OWNER);
  }

  @Test
  void the_owner_of_the_open_case_is_before_whoever_talked_with_them_last() {
    Scene.ofThree()
        .rings("call", lastTalkWith("bob").apply(CAROLS_CASE))
        .offers("call", "carol")
        .because("call", OWNER);
  }

  @Test
  void the_owner_of_the_open_case_is_passed_over_when_talking() {
    Scene.ofThree()
        .rings("other", CAROLS_CASE)
        .answers("carol", "other")
        .rings("call", CAROLS_CASE)
        .offers("call", "alice")
        .because("call", IDLE);
  }

  @Test
  void the_owner_of_the_open_case_is_passed_over_when_already_offered_another_call() {
    Scene.ofThree().rings("other", CAROLS_CASE).rings("call", CAROLS_CASE).offers("call", "alice");
  }

  @ParameterizedTest
  @EnumSource(
      value = Availability.class,
      names = {"AWAY", "OFF"})
  void the_owner_of_the_open_case_is_passed_over_when_away_or_off(Availability availability) {
    Scene.ofThree()
        .chooses("carol", availability)
        .rings("call", CAROLS_CASE)
        .offers("call", "alice");
  }

  @ParameterizedTest
  @EnumSource(value = PhoneState.class, names = "IDLE", mode = EnumSource.Mode.EXCLUDE)
  void the_owner_of_the_open_case_is_passed_over_when_their_phone_is_not_idle(PhoneState state) {
    Scene.ofThree().phone("carol", state).rings("call", CAROLS_CASE).offers("call", "alice");
  }

  @Test
  void the_owner_of_the_open_case_is_passed_over_when_they_did_not_take_this_call() {
    Scene.ofThree()
        .rings("call", CAROLS_CASE)
        .asksAfter("call", OfferEnd.REFUSED)
        .offers("call", "alice")
        .because("call", IDLE);
  }

  @Test
  void the_owner_of_the_open_case_is_passed_over_when_not_on_the_floor() {
    Scene.of("alice", "bob").rings("call", CAROLS_CASE).offers("call", "alice");
  }

  @Test
  void the_owner_of_the_open_case_is_of_the_case_touched_last_when_there_are_several() {
    Scene.ofThree()
        .rings("call", found(person(1, caseOf(7, "carol", 50), caseOf(8, "bob", 5))))
        .offers("call", "bob");
  }

  @Test
  void the_owner_of_the_open_case_is_of_the_case_touched_last_among_all_who_use_the_number() {
    Scene.ofThree()
        .rings(
            "call",
            found(person(1, caseOf(7, "carol", 50)), person(2, caseOf(8, "bob", 5)), person(3)))
        .offers("call", "bob");
  }

  @Test
  void the_owner_of_the_open_case_is_of_the_chosen_person_only_once_somebody_said_who_calls() {
    Scene.ofThree()
        .rings("call", found(person(1, caseOf(7, "carol", 50)), person(2, caseOf(8, "bob", 5))))
        .offers("call", "bob")
        .customer("call", 1)
        .asksAfter("call", OfferEnd.NO_ANSWER)
        .offers("call", "carol")
        .because("call", OWNER);
  }

  @Test
  void the_owner_of_the_open_case_is_nobody_when_the_chosen_person_has_no_case() {
    Scene.ofThree()
        .rings("call", found(person(1, caseOf(7, "carol", 50)), person(2)))
        .customer("call", 2)
        .asksAfter("call", OfferEnd.NO_ANSWER)
        .because("call", IDLE);
  }

  private final Recognition talkedWithBob = lastTalkWith("bob").apply(Recognition.UNKNOWN);

  @Test
  void whoever_talked_with_them_last_is_next() {
    Scene.ofThree().rings("call", talkedWithBob).offers("call", "bob").because("call", LAST);
  }

  @Test
  void whoever_talked_with_them_last_is_next_when_the_owner_is_not_free() {
    Scene.ofThree()
        .chooses("carol", Availability.AWAY)
        .rings("call", lastTalkWith("bob").apply(CAROLS_CASE))
        .offers("call", "bob")
        .because("call", LAST);
  }

  @Test
  void whoever_talked_with_them_last_is_passed_over_when_not_free() {
    Scene.ofThree()
        .phone("bob", PhoneState.IN_USE)
        .rings("call", talkedWithBob)
        .offers("call", "alice");
  }

  @Test
  void whoever_talked_with_them_last_is_passed_over_when_unknown() {
    Scene.of("alice", "carol").rings("call", talkedWithBob).offers("call", "alice");
  }

  @Test
  void whoever_talked_with_them_last_is_passed_over_when_they_did_not_take_this_call() {
    Scene.ofThree()
        .rings("call", talkedWithBob)
        .asksAfter("call", OfferEnd.NO_ANSWER)
        .offers("call", "alice");
  }

  @Test
  void the_longest_idle_of_the_team_is_chosen_for_a_stranger() {
    Scene scene = Scene.ofThree().ringsUnknown("call").offers("call", "alice");
    scene.because("call", IDLE);
  }

  @Test
  void the_longest_idle_is_chosen_for_a_withheld_number_without_a_look_up() {
    Scene scene = Scene.ofThree().ringsWithheld("call").offers("call", "alice");
    assertThat(scene.story("call")).containsExactly("Arrived", "Offered");
  }

  @Test
  void the_longest_idle_is_never_of_another_team() {
    new Scene()
        .with("alice", SALES)
        .with("bob", CARE, SALES)
        .open()
        .ringsUnknown("call")
        .offers("call", "bob")
        .ringsUnknown("next")
        .waits("next");
  }

  @Test
  void the_longest_idle_counts_from_the_end_of_the_last_conversation() {
    Scene.of("alice", "bob")
        .ringsUnknown("one")
        .answers("alice", "one")
        .seconds(60)
        .hangsUp("one")
        .ringsUnknown("two")
        .offers("two", "bob");
  }

  @Test
  void the_longest_idle_counts_from_becoming_ready() {
    Scene.of("alice", "bob")
        .chooses("alice", Availability.AWAY)
        .seconds(5)
        .chooses("alice", Availability.READY)
        .ringsUnknown("call")
        .offers("call", "bob");
  }

  @Test
  void the_longest_idle_is_not_changed_by_saying_ready_twice() {
    Scene.of("alice", "bob")
        .seconds(5)
        .chooses("alice", Availability.READY)
        .ringsUnknown("call")
        .offers("call", "alice");
  }

  @Test
  void the_longest_idle_counts_from_the_later_of_both_whatever_the_order_they_are_told_in() {
    Scene scene = Scene.of("alice", "bob");
    scene
        .chooses("bob", Availability.AWAY)
        .ringsUnknown("one")
        .answers("alice", "one")
        .seconds(60)
        .chooses("alice", Availability.AWAY)
        .hangsUp("one");
    scene.chooses("bob", Availability.READY).seconds(1);
    // Told late: Alice was ready again before her talk ended.
    scene.on(
        new Event.AvailabilityChosen(
            scene.now().minus(Duration.ofSeconds(40)), Cast.agent("alice"), Availability.READY));
    scene.ringsUnknown("two").offers("two", "alice"); // both free since the same second, by number
  }

  @Test
  void the_longest_idle_is_not_rewarded_for_a_missed_offer() {
    Scene.of("alice", "bob")
        .ringsUnknown("one")
        .asksAfter("one", OfferEnd.NO_ANSWER)
        .offers("one", "bob")
        .hangsUp("one")
        .ringsUnknown("two")
        .offers("two", "alice");
  }

  @Test
  void the_longest_idle_is_chosen_when_nobody_of_the_floor_knows_the_caller() {
    Scene.ofThree().rings("call", found(person(1))).because("call", IDLE);
  }
}
