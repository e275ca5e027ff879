package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.decroche.routing.agent.Activity;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.AwayBecause;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.door.Policy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whether agents are where they said they are, and what they are left alone for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PresenceTest {
  private static final Effect AWAY_AFTER_THREE =
      new Effect.MakeAway(agent("alice"), AwayBecause.MISSED_CALLS);

  @Test
  void what_somebody_chose_before_the_floor_came_is_not_undone_by_an_older_picture_of_them() {
    Instant chosen = Cast.MORNING;
    assertThat(afterChoosingReady(chosen, chosen.minusSeconds(2))).isEqualTo(Availability.READY);
    assertThat(afterChoosingReady(chosen, chosen.plusSeconds(2))).isEqualTo(Availability.OFF);
  }

  /** The floor comes later, and has them off since then. */
  private static Availability afterChoosingReady(Instant chosen, Instant offSince) {
    Switchboard board = new Switchboard(Limits.DEFAULT, 1);
    AgentProfile off =
        new AgentProfile(
            agent("alice"), "alice", Cast.phone("alice"), Set.of(CARE), Availability.OFF, offSince);
    board.on(new Event.AvailabilityChosen(chosen, agent("alice"), Availability.READY));
    board.on(
        new Event.FloorChanged(chosen.plusSeconds(3), new Floor(List.of(Cast.DOOR), List.of(off))));
    return board.agents().iterator().next().availability();
  }

  @Test
  void three_missed_offers_in_a_row_make_an_agent_away() {
    Scene scene = Scene.of("alice");
    missed(scene, "one");
    missed(scene, "two");
    scene.isReady("alice").ringsUnknown("three").asksAfter("three", OfferEnd.NO_ANSWER);
    assertThat(scene.isAway("alice").effects())
        .contains(AWAY_AFTER_THREE, new Effect.SetFallbackMember(Cast.phone("alice"), false));
    scene.waits("three");
  }

  @Test
  void a_conversation_between_them_starts_the_count_anew() {
    Scene scene = Scene.of("alice");
    missed(scene, "one");
    missed(scene, "two");
    scene.ringsUnknown("talk").answers("alice", "talk").hangsUp("talk");
    missed(scene, "three");
    missed(scene, "four");
    scene.isReady("alice");
  }

  @Test
  void a_refused_or_busy_offer_is_not_a_missed_one() {
    Scene scene = Scene.of("alice");
    for (OfferEnd how : List.of(OfferEnd.REFUSED, OfferEnd.BUSY, OfferEnd.UNREACHABLE)) {
      scene.ringsUnknown(how.name()).asksAfter(how.name(), how).hangsUp(how.name());
    }
    missed(scene, "one");
    missed(scene, "two");
    scene.isReady("alice");
  }

  @Test
  void coming_back_starts_the_count_anew() {
    Scene scene = Scene.of("alice");
    for (String call : List.of("one", "two", "three")) {
      missed(scene, call);
    }
    scene.isAway("alice").chooses("alice", Availability.READY);
    missed(scene, "four");
    missed(scene, "five");
    scene.isReady("alice");
  }

  @Test
  void a_house_may_let_them_miss_as_many_as_they_like() {
    Scene scene = Scene.of("alice").house(new House(0));
    for (String call : List.of("one", "two", "three", "four")) {
      missed(scene, call);
    }
    scene.isReady("alice");
  }

  @Test
  void an_agent_whose_desk_vanished_is_away_after_a_short_while() {
    Scene scene = new Scene().with("alice", CARE).needsDesk("alice").open().desk("alice", true);
    scene.desk("alice", false).isReady("alice");
    assertThat(scene.timerIn(Timer.DeskAwaited.class)).isEqualTo(Limits.DEFAULT.desk());
    scene.after(Limits.DEFAULT.desk()).timer(new Timer.DeskAwaited(agent("alice")));
    assertThat(scene.isAway("alice").effects())
        .contains(new Effect.MakeAway(agent("alice"), AwayBecause.DESK_GONE));
    scene.ringsUnknown("call").waits("call");
  }

  @Test
  void a_page_that_is_reloaded_is_no_absence() {
    new Scene()
        .with("alice", CARE)
        .needsDesk("alice")
        .open()
        .desk("alice", true)
        .desk("alice", false)
        .desk("alice", true)
        .seconds(10)
        .timer(new Timer.DeskAwaited(agent("alice")))
        .isReady("alice");
  }

  @Test
  void a_phone_set_to_work_without_a_desk_stays_ready() {
    new Scene()
        .with("alice", CARE)
        .open()
        .desk("alice", true)
        .desk("alice", false)
        .seconds(60)
        .timer(new Timer.DeskAwaited(agent("alice")))
        .isReady("alice");
  }

  @Test
  void whoever_is_found_ready_at_the_start_has_the_time_to_find_us_again() {
    Scene scene = new Scene().with("alice", CARE).needsDesk("alice").floor();
    assertThat(scene.timerIn(Timer.DeskAwaited.class)).isEqualTo(Limits.DEFAULT.desksBack());
    scene.desk("alice", true).seconds(30).timer(new Timer.DeskAwaited(agent("alice")));
    scene.isReady("alice");
  }

  @Test
  void after_a_conversation_an_agent_is_left_alone_until_they_say_so() {
    Scene scene = wrappingUp();
    assertThat(scene.theAgent("alice").activity()).isEqualTo(Activity.WRAPPING_UP);
    scene.ringsUnknown("next").waits("next").endsWrapUp("alice").offersNow("next", "alice");
  }

  @Test
  void the_front_door_s_limit_ends_a_wrap_up() {
    Scene scene = wrappingUp();
    assertThat(scene.timerIn(Timer.WrapUpOver.class)).isEqualTo(Duration.ofSeconds(30));
    scene.ringsUnknown("next").waits("next").seconds(30);
    scene.timer(new Timer.WrapUpOver(agent("alice"), Cast.call("talk"))).offersNow("next", "alice");
  }

  @Test
  void the_limit_of_an_earlier_wrap_up_does_not_end_a_later_one() {
    Scene scene = wrappingUp().endsWrapUp("alice").ringsUnknown("next").answers("alice", "next");
    scene.hangsUp("next").timer(new Timer.WrapUpOver(agent("alice"), Cast.call("talk")));
    scene.ringsUnknown("third").waits("third");
  }

  @Test
  void longest_idle_counts_from_the_end_of_the_wrap_up() {
    Scene scene = wrappingUp().seconds(10).endsWrapUp("alice");
    assertThat(scene.theAgent("alice").idleSince()).isEqualTo(scene.now());
  }

  @Test
  void saying_twice_that_one_is_done_ends_no_conversation() {
    wrappingUp()
        .endsWrapUp("alice")
        .ringsUnknown("next")
        .answers("alice", "next")
        .endsWrapUp("alice")
        .inState("next", CallState.TALKING);
  }

  private static Scene wrappingUp() {
    return new Scene()
        .with(Policy.PLAIN.withWrapUp(Duration.ofSeconds(30)))
        .with("alice", CARE)
        .open()
        .ringsUnknown("talk")
        .answers("alice", "talk")
        .seconds(60)
        .hangsUp("talk");
  }

  private static void missed(Scene scene, String call) {
    scene.ringsUnknown(call).offers(call, "alice").seconds(20);
    scene.asksAfter(call, OfferEnd.NO_ANSWER).hangsUp(call);
  }
}
