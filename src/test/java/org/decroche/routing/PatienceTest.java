package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.lastTalkWith;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.util.Optional;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.Policy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Waiting for somebody who knows the caller. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatienceTest {
  private static final Recognition CAROLS_CASE = found(person(1, caseOf(7, "carol", 5)));
  private static final Policy TWENTY_SECONDS = Policy.PLAIN.withPatience(Duration.ofSeconds(20));

  /** Carol talks with somebody, Alice and Bob are free. */
  private static Scene carolTalks() {
    return new Scene()
        .with(TWENTY_SECONDS)
        .with("alice", CARE)
        .with("bob", CARE)
        .with("carol", CARE)
        .open()
        .rings("other", CAROLS_CASE)
        .answers("carol", "other");
  }

  @Test
  void whoever_knows_the_caller_is_waited_for_while_they_talk() {
    carolTalks().rings("call", CAROLS_CASE).waits("call");
  }

  @Test
  void they_are_offered_the_caller_the_moment_they_are_free() {
    carolTalks()
        .rings("call", CAROLS_CASE)
        .seconds(3)
        .hangsUp("other")
        .offersNow("call", "carol")
        .because("call", "owner-of-open-case");
  }

  @Test
  void past_the_patience_anybody_is_better_than_the_right_one() {
    Scene scene = carolTalks().rings("call", CAROLS_CASE);
    assertThat(scene.timerIn(Timer.ReachChanges.class))
        .isBetween(Duration.ofMillis(19_900), Duration.ofMillis(20_100));
    scene
        .seconds(21)
        .reachChanges("call")
        .offersNow("call", "alice")
        .because("call", "longest-idle");
  }

  @Test
  void a_timer_that_rings_early_is_set_again() {
    Scene scene = carolTalks().rings("call", CAROLS_CASE).seconds(19).reachChanges("call");
    scene.waits("call");
    assertThat(scene.timerIn(Timer.ReachChanges.class)).isLessThan(Duration.ofMillis(1100));
  }

  @Test
  void nobody_waits_for_somebody_whose_phone_is_lost_while_it_rings_for_another() {
    Scene scene = new Scene().with(TWENTY_SECONDS).with("alice", CARE).with("bob", CARE);
    scene.with("carol", CARE).open().rings("other", CAROLS_CASE).offers("other", "carol");
    scene.rings("call", CAROLS_CASE).waits("call").loses("carol");
    scene.offers("other", "alice").offers("call", "bob");
  }

  @Test
  void nobody_waits_for_somebody_who_is_away_off_or_unreachable() {
    carolTalks()
        .chooses("carol", Availability.OFF)
        .rings("call", CAROLS_CASE)
        .offers("call", "alice");
    carolTalks()
        .chooses("carol", Availability.AWAY)
        .rings("call", CAROLS_CASE)
        .offers("call", "alice");
    carolTalks()
        .phone("carol", PhoneState.UNREACHABLE)
        .rings("call", CAROLS_CASE)
        .offers("call", "alice");
  }

  @Test
  void the_wait_is_over_as_soon_as_the_right_person_leaves() {
    carolTalks()
        .rings("call", CAROLS_CASE)
        .chooses("carol", Availability.OFF)
        .offersNow("call", "alice");
    carolTalks()
        .rings("call", CAROLS_CASE)
        .phone("carol", PhoneState.UNREACHABLE)
        .offersNow("call", "alice");
  }

  @Test
  void somebody_else_who_knows_them_and_is_free_does_not_have_to_wait() {
    carolTalks()
        .rings("call", lastTalkWith("bob").apply(CAROLS_CASE))
        .offers("call", "bob")
        .because("call", "last-talked-with");
  }

  @Test
  void nobody_waits_for_somebody_who_did_not_take_this_very_call() {
    Scene scene =
        new Scene()
            .with(TWENTY_SECONDS)
            .with("alice", CARE)
            .with("carol", CARE)
            .open()
            .rings("call", CAROLS_CASE)
            .offers("call", "carol");
    scene.asksAfter("call", OfferEnd.REFUSED).offers("call", "alice");
  }

  @Test
  void a_person_on_a_call_sees_that_their_caller_is_waiting() {
    Scene scene = carolTalks().rings("call", CAROLS_CASE);
    assertThat(scene.effects(Effect.ShowCallerWaiting.class))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.agent()).isEqualTo(Cast.agent("carol"));
              assertThat(told.caller().call()).isEqualTo(Cast.call("call"));
              assertThat(told.caller().name()).contains("person 1");
            });
    assertThat(scene.seconds(5).asks("call").effects(Effect.ShowCallerWaiting.class)).isEmpty();
  }

  @Test
  void the_right_person_sees_who_took_their_caller() {
    Scene scene = carolTalks().rings("call", CAROLS_CASE).seconds(21).reachChanges("call");
    assertThat(scene.effects(Effect.ShowCallerGone.class)).isEmpty();
    assertThat(scene.answers("alice", "call").effects(Effect.ShowCallerGone.class))
        .containsExactly(
            new Effect.ShowCallerGone(
                Cast.agent("carol"), Cast.call("call"), Optional.of("alice")));
  }

  @Test
  void the_right_person_sees_that_their_caller_gave_up() {
    Scene scene = carolTalks().rings("call", CAROLS_CASE).hangsUp("call");
    assertThat(scene.effects(Effect.ShowCallerGone.class))
        .containsExactly(
            new Effect.ShowCallerGone(Cast.agent("carol"), Cast.call("call"), Optional.empty()));
  }

  @Test
  void their_own_card_is_enough_when_they_get_the_caller_themselves() {
    Scene scene = carolTalks().rings("call", CAROLS_CASE).hangsUp("other").answers("carol", "call");
    assertThat(scene.effects(Effect.ShowCallerGone.class)).isEmpty();
  }
}
