package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.agent;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.live;
import static org.decroche.routing.Cast.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.call.OfferEnd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The link to Asterisk lost and found, and a service that starts among calls. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AsteriskSeenTest {
  @ParameterizedTest
  @EnumSource(names = {"WAITING", "FALLBACK"})
  void a_caller_found_without_a_human_is_made_to_ask(Where where) {
    Scene scene = Scene.of("alice").seen(live("call", where));
    assertThat(scene.effects(Effect.AskAgain.class))
        .containsExactly(new Effect.AskAgain(call("call"), "PJSIP/trunk-call"));
    scene.seconds(1).ringsUnknown("call").offers("call", "alice");
  }

  @Test
  void a_caller_for_whom_the_fallback_rings_a_phone_is_left_to_it() {
    Scene scene = Scene.of("alice").seen(live("call", Where.FALLBACK, "alice"));
    assertThat(scene.effects(Effect.AskAgain.class)).isEmpty();
  }

  @Test
  void callers_are_made_to_ask_in_the_order_they_are_found() {
    Scene scene =
        Scene.of("alice")
            .seen(live("a", Where.WAITING), live("b", Where.FALLBACK), live("c", Where.WAITING));
    assertThat(scene.effects(Effect.AskAgain.class))
        .extracting(Effect.AskAgain::call)
        .containsExactly(call("a"), call("b"), call("c"));
  }

  @Test
  void a_caller_found_ringing_or_talking_is_left_alone() {
    Scene scene =
        Scene.of("alice").seen(live("rings", Where.OFFERED), live("talks", Where.TALKING));
    assertThat(scene.effects(Effect.AskAgain.class)).isEmpty();
  }

  @Test
  void a_conversation_found_is_on_record_to_its_end_and_counts_for_idleness() {
    Scene scene = Scene.of("alice", "bob").seen(live("talks", Where.TALKING, "alice"));
    scene.phone("alice", PhoneState.IN_USE).seconds(60).hangsUp("talks");
    scene.phone("alice", PhoneState.IDLE);
    assertThat(scene.story("talks", Step.Ended.class))
        .singleElement()
        .extracting(Step.Ended::ending)
        .isEqualTo(Ending.TALKED);
    scene.hangsUp("talks").nothingHappens();
    scene.seen(live("talks", Where.TALKING, "alice")).hangsUp("talks").nothingHappens();
    scene.ringsUnknown("next").offers("next", "bob");
  }

  @Test
  void a_caller_found_ringing_is_on_record_when_a_human_picks_up() {
    Scene scene = Scene.of("alice").seen(live("call", Where.OFFERED, "alice"));
    scene.answers("alice", "call");
    assertThat(scene.steps(Step.Answered.class).getFirst().agent()).isEqualTo(agent("alice"));
    scene.answers("alice", "call").nothingHappens();
    scene.hangsUp("call");
    assertThat(scene.steps(Step.Ended.class).getFirst().ending()).isEqualTo(Ending.TALKED);
  }

  @Test
  void a_caller_found_who_hangs_up_before_asking_again_is_on_record() {
    Scene scene = Scene.of("alice").seen(live("call", Where.FALLBACK)).hangsUp("call");
    assertThat(scene.steps(Step.Ended.class).getFirst().ending()).isEqualTo(Ending.GAVE_UP);
    scene.asks("call").answersNow("call", Instruction.UseFallback.class);
    assertThat(scene.story("call")).containsExactly("Ended");
  }

  @Test
  void a_call_of_ours_that_is_not_there_any_more_has_ended_unseen() {
    Scene scene = Scene.of("alice").ringsUnknown("offered").ringsUnknown("waiting").linkLost();
    scene.seconds(30).seen(live("waiting", Where.WAITING));
    scene.withdrawsNow("alice", OfferEnd.CALLER_HUNG_UP).movesNow("waiting", "alice");
    assertThat(scene.story("offered", Step.Ended.class).getFirst().ending())
        .isEqualTo(Ending.UNSEEN);
  }

  @Test
  void nobody_is_moved_before_the_whole_look_is_taken_in() {
    Scene scene = Scene.of("alice").ringsUnknown("talk").answers("alice", "talk");
    for (int i = 0; i < 20; i++) {
      scene.ringsUnknown("gone" + i);
    }
    scene.linkLost().seconds(30).seen();
    assertThat(scene.effects(Effect.Move.class)).isEmpty();
    assertThat(scene.effects(Effect.ShowPop.class)).isEmpty();
    assertThat(scene.board.calls()).isEmpty();
  }

  @Test
  void a_call_that_first_asked_after_the_look_began_is_not_ended_by_it() {
    Scene scene = Scene.of("alice");
    var began = scene.now();
    scene.seconds(1).ringsUnknown("call");
    scene.on(new Event.AsteriskSeen(began, List.of(), Map.of(phone("alice"), PhoneState.IDLE)));
    scene.offers("call", "alice");
  }

  @Test
  void somebody_who_picked_up_while_nobody_watched_is_found_talking() {
    Scene scene = Scene.of("alice").ringsUnknown("call").linkLost().seconds(10);
    scene.seen(live("call", Where.TALKING, "alice")).inState("call", CallState.TALKING);
    assertThat(scene.pop("alice").talking()).isTrue();
    scene.hangsUp("call");
    assertThat(scene.story("call", Step.Ended.class).getFirst().ending()).isEqualTo(Ending.TALKED);
  }

  @Test
  void even_after_the_offer_was_given_up() {
    Scene scene = Scene.of("alice").ringsUnknown("call").linkLost();
    scene.timer(new Timer.OfferOverdue(call("call"), scene.offerOf("call")));
    scene.seconds(30).seen(live("call", Where.TALKING, "alice")).inState("call", CallState.TALKING);
  }

  @Test
  void a_caller_adrift_is_made_to_ask_and_one_in_the_line_is_not() {
    Scene scene = Scene.of("alice").ringsUnknown("adrift").answerLost("adrift");
    scene.chooses("alice", Availability.AWAY).ringsUnknown("waits").linkLost().seconds(5);
    scene.seen(live("adrift", Where.FALLBACK), live("waits", Where.WAITING));
    assertThat(scene.effects(Effect.AskAgain.class))
        .extracting(Effect.AskAgain::call)
        .containsExactly(call("adrift"));
  }

  @Test
  void phones_that_are_not_seen_are_unreachable() {
    Scene scene = Scene.of("alice", "bob");
    scene.on(new Event.AsteriskSeen(scene.now(), List.of(), Map.of(phone("bob"), PhoneState.IDLE)));
    scene.ringsUnknown("call").offers("call", "bob");
  }

  @Test
  void the_fallback_queue_is_kept_to_those_who_are_ready() {
    Scene scene = Scene.of("alice", "bob").chooses("bob", Availability.AWAY);
    assertThat(scene.effects()).contains(new Effect.SetFallbackMember(phone("bob"), false));
    assertThat(scene.linkLost().seen().effects(Effect.SetFallbackMembers.class))
        .containsExactly(new Effect.SetFallbackMembers(Set.of(phone("alice"))));
    assertThat(scene.without("alice").effects(Effect.SetFallbackMembers.class))
        .containsExactly(new Effect.SetFallbackMembers(Set.of()));
  }

  @Test
  void a_lost_link_takes_nobody_out_of_a_conversation() {
    Scene scene = Scene.of("alice").ringsUnknown("call").answers("alice", "call").linkLost();
    scene.nothingHappens();
    scene.after(Duration.ofSeconds(5)).seen(live("call", Where.TALKING, "alice"));
    scene.inState("call", CallState.TALKING).ringsUnknown("next").waits("next");
  }
}
