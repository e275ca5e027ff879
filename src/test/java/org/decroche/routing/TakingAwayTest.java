package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.call;

import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.OfferEnd;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A phone that rings in vain: refused on the desk, or lost in mid-ring. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TakingAwayTest {
  @Test
  void refused_on_the_desk_the_call_goes_to_the_next_human_at_once() {
    Scene scene = Scene.ofThree().ringsUnknown("call").offers("call", "alice");
    scene.phoneRings("call", "alice").refuses("alice", "call");
    scene.movesNow("call", "bob").withdrawsNow("alice", OfferEnd.REFUSED).isFree("alice");
  }

  @Test
  void refused_with_nobody_else_free_the_caller_is_taken_back_into_the_line() {
    Scene scene = Scene.of("alice").ringsUnknown("call").refuses("alice", "call");
    scene.waits("call").withdrawsNow("alice", OfferEnd.REFUSED);
    assertThat(scene.effects(Effect.AskAgain.class))
        .extracting(Effect.AskAgain::call)
        .containsExactly(call("call"));
    scene.asks("call").answersNow("call", Instruction.KeepRinging.class).waits("call");
  }

  @Test
  void it_comes_back_to_who_refused_it_only_when_nobody_else_is_left() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call").refuses("alice", "call");
    scene.offers("call", "bob").seconds(20).asksAfter("call", OfferEnd.NO_ANSWER);
    scene.offers("call", "alice"); // longest ago, and her rest is over

    scene.refuses("alice", "call").waits("call").seconds(6);
    scene.timer(new Timer.RestOver(call("call"))).movesNow("call", "bob");
  }

  @Test
  void who_refused_is_free_for_the_next_caller_as_soon_as_the_phone_is_silent() {
    Scene scene = Scene.of("alice").ringsUnknown("one").phone("alice", PhoneState.RINGING);
    scene.refuses("alice", "one").ringsUnknown("two").waits("two");
    scene.phone("alice", PhoneState.IDLE).movesNow("two", "alice").waits("one");
  }

  @Test
  void a_refusal_is_no_missed_call() {
    Scene scene = Scene.of("alice");
    for (String call : new String[] {"one", "two", "three", "four"}) {
      scene.ringsUnknown(call).refuses("alice", call).hangsUp(call);
    }
    assertThat(scene.effects(Effect.MakeAway.class)).isEmpty();
    scene.isFree("alice");
  }

  @Test
  void nobody_refuses_for_somebody_else_nor_a_talk_nor_an_older_offer() {
    Scene scene = Scene.ofThree().ringsUnknown("call");
    scene.refuses("bob", "call").nothingHappens();
    var old = scene.offerOf("call");
    scene.asksAfter("call", OfferEnd.BUSY).offers("call", "bob");
    scene.on(new Event.OfferRefused(scene.now(), call("call"), old, Cast.agent("alice")));
    scene.nothingHappens();
    scene.on(new Event.OfferRefused(scene.now(), call("call"), old, Cast.agent("bob")));
    scene.nothingHappens();
    scene.answers("bob", "call").refuses("bob", "call").nothingHappens();
    scene.inState("call", CallState.TALKING);
  }

  @Test
  void refused_twice_is_refused_once() {
    Scene scene = Scene.ofThree().ringsUnknown("call");
    Event refusal =
        new Event.OfferRefused(
            scene.now(), call("call"), scene.offerOf("call"), Cast.agent("alice"));
    scene.on(refusal).offers("call", "bob").on(refusal).nothingHappens();
  }

  @Test
  void without_the_link_nobody_is_moved_and_the_phone_s_time_ends_it() {
    Scene scene = Scene.ofThree().ringsUnknown("call").linkLost();
    scene.refuses("alice", "call").nothingHappens();
    scene.loses("alice").nothingHappens();
    scene.asksAfter("call", OfferEnd.NO_ANSWER).offersNow("call", "bob");
  }

  @Test
  void a_phone_lost_in_mid_ring_is_followed_by_the_next_at_once() {
    Scene scene = Scene.ofThree().ringsUnknown("call").phone("alice", PhoneState.RINGING);
    scene.phoneRings("call", "alice").loses("alice");
    scene.movesNow("call", "bob").withdrawsNow("alice", OfferEnd.UNREACHABLE);
  }

  @Test
  void a_phone_lost_with_nobody_else_free_sends_the_caller_back_into_the_line() {
    Scene scene = Scene.of("alice").ringsUnknown("call").loses("alice");
    scene.waits("call").withdrawsNow("alice", OfferEnd.UNREACHABLE);
    assertThat(scene.effects(Effect.AskAgain.class)).hasSize(1);
    scene.phone("alice", PhoneState.UNREACHABLE).seconds(30).phone("alice", PhoneState.IDLE);
    scene.movesNow("call", "alice");
  }

  @Test
  void a_phone_lost_in_mid_ring_is_not_rung_for_the_next_caller_before_it_is_heard_again() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("first").ringsUnknown("second");
    scene.ringsUnknown("third").waits("third").loses("alice");
    scene.waits("first").waits("third").phone("alice", PhoneState.UNREACHABLE);
    scene.waits("first").waits("third").phone("alice", PhoneState.IDLE).movesNow("third", "alice");
  }

  @Test
  void a_supervisor_ends_the_ringing_and_the_next_human_is_rung_at_once() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call").phoneRings("call", "alice");
    var offer = scene.offerOf("call");
    scene.on(new Event.OfferWithdrawn(scene.now(), call("call"), offer, Cast.agent("carol")));
    scene.movesNow("call", "bob").withdrawsNow("alice", OfferEnd.WITHDRAWN).isFree("alice");
    assertThat(scene.effects(Effect.Journal.class))
        .as("who did it stands before what came of it")
        .extracting(Effect.Journal::step)
        .extracting(Step::getClass)
        .containsSubsequence(Step.Withdrawn.class, Step.OfferEnded.class, Step.Offered.class);
    assertThat(scene.effects(Effect.Journal.class))
        .extracting(Effect.Journal::step)
        .filteredOn(Step.Withdrawn.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Step.Withdrawn.class,
            step -> {
              assertThat(step.by()).isEqualTo(Cast.agent("carol"));
              assertThat(step.offer()).isEqualTo(offer);
            });
    scene.on(new Event.OfferWithdrawn(scene.now(), call("call"), offer, Cast.agent("carol")));
    scene.nothingHappens();
  }

  @Test
  void whoever_is_disabled_while_it_rings_is_followed_by_the_next_at_once() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call").phoneRings("call", "alice");
    scene.without("alice");
    scene.movesNow("call", "bob").withdrawsNow("alice", OfferEnd.WITHDRAWN);
    scene.answers("bob", "call").inState("call", CallState.TALKING);
  }

  @Test
  void disabled_with_nobody_else_free_the_caller_is_taken_back_into_the_line() {
    Scene scene = Scene.of("alice").ringsUnknown("call").without("alice").waits("call");
    assertThat(scene.effects(Effect.AskAgain.class)).hasSize(1);
    scene.with("bob", Cast.CARE).floor().phone("bob", PhoneState.IDLE).movesNow("call", "bob");
  }

  @Test
  void whoever_waits_longer_is_before_a_caller_taken_from_somebody_who_is_disabled() {
    Scene scene = Scene.of("alice").ringsUnknown("old").refuses("alice", "old").waits("old");
    scene.phone("alice", PhoneState.IDLE).ringsUnknown("young").offers("young", "alice");
    scene.phone("carol", PhoneState.IDLE).with("carol", Cast.CARE).without("alice");
    scene.movesNow("old", "carol").waits("young");
  }

  @Test
  void a_hand_over_to_somebody_who_is_disabled_meanwhile_does_not_come() {
    Scene scene = Scene.ofThree().ringsUnknown("call").answers("alice", "call");
    scene.handsOver("call", "alice", "bob", "box").without("bob");
    scene.withdrawsNow("bob", OfferEnd.UNREACHABLE).inState("call", CallState.TALKING);
    assertThat(scene.effects(Effect.ShowNotJoined.class)).hasSize(1);
  }

  @Test
  void who_is_disabled_while_they_talk_talks_on_to_the_end() {
    Scene scene = Scene.ofThree().ringsUnknown("call").answers("alice", "call").without("alice");
    scene.inState("call", CallState.TALKING).phoneHangsUp("call", "alice");
    scene.ringsUnknown("next").offers("next", "bob");
  }

  @Test
  void a_phone_lost_while_it_talks_or_is_silent_changes_no_call() {
    Scene scene = Scene.ofThree().loses("carol").nothingHappens();
    scene.ringsUnknown("call").answers("alice", "call").loses("alice").nothingHappens();
    scene.inState("call", CallState.TALKING).loses("zoe").nothingHappens();
  }

  @Test
  void the_question_that_crosses_the_move_does_not_undo_it() {
    Scene scene = Scene.ofThree().ringsUnknown("call");
    var refused = scene.offerOf("call");
    scene.refuses("alice", "call").movesNow("call", "bob");
    scene.asksAfterOffer("call", refused, OfferEnd.NO_ANSWER).offers("call", "bob");
    scene.answersNow("call", Instruction.KeepRinging.class);
  }

  @Test
  void a_hand_over_is_refused_on_the_desk_as_well_and_the_talk_goes_on() {
    Scene scene = Scene.ofThree().ringsUnknown("call").answers("alice", "call");
    var offer = scene.handsOver("call", "alice", "bob", "box").pop("bob").offer();
    scene.on(new Event.OfferRefused(scene.now(), call("call"), offer, Cast.agent("carol")));
    scene.nothingHappens();
    scene.on(new Event.OfferRefused(scene.now(), call("call"), offer, Cast.agent("bob")));
    scene.withdrawsNow("bob", OfferEnd.REFUSED).isFree("bob");
    assertThat(scene.effects(Effect.ShowNotJoined.class)).hasSize(1);
    assertThat(scene.effects(Effect.HangUp.class)).hasSize(1);
    scene.inState("call", CallState.TALKING);
  }

  @Test
  void a_colleague_whose_phone_is_lost_while_it_rings_does_not_come() {
    Scene scene = Scene.ofThree().ringsUnknown("call").answers("alice", "call");
    scene.handsOver("call", "alice", "bob", "box").loses("bob");
    scene.withdrawsNow("bob", OfferEnd.UNREACHABLE).inState("call", CallState.TALKING);
  }
}
