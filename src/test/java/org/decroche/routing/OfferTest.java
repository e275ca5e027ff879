package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;
import static org.decroche.routing.Cast.phone;

import java.time.Duration;
import java.util.Optional;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.call.Pop;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.caller.Recognition.LookUp;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An offer from the card on the desk to its end, in each of the ways it can end. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OfferTest {
  @Test
  void the_card_comes_before_the_phone_is_rung() {
    Scene scene = Scene.of("alice").ringsUnknown("call");
    var kinds = scene.effects().stream().map(Object::getClass).toList();
    assertThat(kinds.indexOf(Effect.ShowPop.class))
        .isNotNegative()
        .isLessThan(kinds.indexOf(Effect.Answer.class));
    assertThat(scene.effects(Effect.Answer.class))
        .containsExactly(
            new Effect.Answer(
                call("call"),
                new Instruction.RingPhone(
                    phone("alice"), scene.offerOf("call"), Duration.ofSeconds(20))));
  }

  @Test
  void the_card_says_who_and_why() {
    Recognition known = found(person(1, caseOf(7, "alice", 5)));
    Pop pop = Scene.of("alice").rings("call", known).pop("alice");
    assertThat(pop.recognition()).isEqualTo(known);
    assertThat(pop.customer()).contains(1L);
    assertThat(pop.why().sentence()).isEqualTo("you own their open case: case 7");
    assertThat(pop.talking()).isFalse();
  }

  @Test
  void a_number_with_several_people_leaves_open_who_it_is() {
    Scene scene = Scene.of("alice").rings("call", found(person(1), person(2)));
    assertThat(scene.pop("alice").customer()).isEmpty();
    scene.customer("call", 2);
    assertThat(scene.pop("alice").customer()).contains(2L);
    assertThat(scene.steps(Step.Identified.class)).isEmpty();
    assertThat(scene.steps(Step.Chosen.class))
        .singleElement()
        .extracting(Step.Chosen::customer, Step.Chosen::by)
        .containsExactly(2L, Cast.agent("alice"));
  }

  @Test
  void somebody_of_another_number_who_is_chosen_is_looked_up_and_stays_on_the_card() {
    Scene scene = Scene.of("alice").rings("call", found(person(1), person(2)));
    scene.customer("call", 9);
    assertThat(scene.effects(Effect.LookUp.class))
        .singleElement()
        .extracting(Effect.LookUp::chosen)
        .isEqualTo(Optional.of(9L));

    scene.recognised("call", found(person(1), person(2), person(9)));
    assertThat(scene.pop("alice").recognition().customers()).contains(person(9));
    assertThat(scene.pop("alice").customer()).contains(9L);

    // an answer that was on its way when they were chosen
    scene.recognised("call", found(person(1)));
    assertThat(scene.pop("alice").recognition().customers()).containsExactly(person(1), person(9));
  }

  @Test
  void the_look_up_is_given_its_time_then_the_phone_rings_anyway() {
    Scene scene = Scene.of("alice").asks("call").inState("call", CallState.IDENTIFYING);
    scene.after(Duration.ofMillis(250)).timer(new Timer.LookUpDeadline(call("call")));
    scene.offers("call", "alice");
    assertThat(scene.pop("alice").recognition().lookUp()).isEqualTo(LookUp.LATE);
    assertThat(scene.story("call")).containsExactly("Arrived", "LookUpLate", "Offered");
  }

  @Test
  void a_look_up_that_comes_late_is_shown_on_the_same_card() {
    Scene scene = Scene.of("alice").asks("call");
    scene.timer(new Timer.LookUpDeadline(call("call"))).offers("call", "alice");
    Pop first = scene.pop("alice");
    Pop second = scene.recognised("call", found(person(1))).pop("alice");
    assertThat(second.offer()).isEqualTo(first.offer());
    assertThat(second.recognition().lookUp()).isEqualTo(LookUp.FOUND);
    assertThat(scene.recognised("call", found(person(1))).effects()).isEmpty();
    assertThat(scene.recognised("call", Recognition.LATE).effects()).isEmpty();
  }

  @Test
  void a_human_found_by_asterisk_alone_is_told_that_the_look_up_is_under_way() {
    Scene scene = Scene.of("alice").asks("call").answers("alice", "call");
    assertThat(scene.pop("alice").recognition().lookUp()).isEqualTo(LookUp.PENDING);
    scene.recognised("call", found(person(1)));
    assertThat(scene.pop("alice").recognition().lookUp()).isEqualTo(LookUp.FOUND);
  }

  @Test
  void the_phone_s_own_ringing_is_noted_once() {
    Scene scene = Scene.ofThree().ringsUnknown("call").phoneRings("call", "alice");
    assertThat(scene.steps(Step.Ringing.class)).hasSize(1);
    scene.phoneRings("call", "alice").nothingHappens();
    scene.phoneRings("call", "bob").nothingHappens();
  }

  @Test
  void picking_up_makes_it_a_conversation() {
    Scene scene = Scene.of("alice").ringsUnknown("call").phoneRings("call", "alice").seconds(3);
    scene.answers("alice", "call").billed("call").inState("call", CallState.TALKING);
    scene.answers("alice", "call").nothingHappens();
    scene.seconds(60).hangsUp("call").isFree("alice");
    assertThat(scene.effects(Effect.ShowEnded.class)).hasSize(1);
    assertThat(scene.story("call"))
        .containsExactly("Arrived", "Identified", "Offered", "Ringing", "Answered", "Ended");
    assertThat(scene.story("call", Step.Answered.class).getFirst().billedBefore())
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void seconds_billed_before_a_human_are_counted() {
    Scene scene = Scene.of("alice").ringsUnknown("call").billed("call").seconds(3);
    scene.billed("call").answers("alice", "call");
    assertThat(scene.steps(Step.Answered.class).getFirst().billedBefore())
        .isEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @EnumSource(OfferEnd.class)
  void the_next_human_is_rung_at_once_however_the_offer_ended(OfferEnd how) {
    Scene scene = Scene.ofThree().ringsUnknown("call").asksAfter("call", how);
    scene.offersNow("call", "bob").withdrawsNow("alice", how).isFree("alice");
    assertThat(scene.effects(Effect.Answer.class)).hasSize(1);
    assertThat(scene.steps(Step.OfferEnded.class))
        .singleElement()
        .extracting(Step.OfferEnded::how)
        .isEqualTo(how);
  }

  @Test
  void the_same_agent_does_not_get_it_again_before_the_others() {
    Scene scene = Scene.ofThree().ringsUnknown("call").offers("call", "alice");
    scene.seconds(20).asksAfter("call", OfferEnd.NO_ANSWER).offers("call", "bob");
    scene.seconds(20).asksAfter("call", OfferEnd.NO_ANSWER).offers("call", "carol");
    scene.seconds(20).asksAfter("call", OfferEnd.NO_ANSWER).offers("call", "alice");
    scene.seconds(20).asksAfter("call", OfferEnd.NO_ANSWER).offers("call", "bob");
  }

  @ParameterizedTest
  @EnumSource(OfferEnd.class)
  void a_phone_that_ends_offers_by_itself_is_not_rung_in_a_circle(OfferEnd how) {
    Scene scene = Scene.of("alice").ringsUnknown("call").asksAfter("call", how);
    scene.waits("call").answersNow("call", Instruction.KeepRinging.class);
    assertThat(scene.effects(Effect.SetTimer.class))
        .contains(new Effect.SetTimer(new Timer.RestOver(call("call")), Limits.DEFAULT.rest()));
    scene.seconds(2).asks("call").waits("call");
    scene.seconds(3).timer(new Timer.RestOver(call("call"))).movesNow("call", "alice");
  }

  @Test
  void a_phone_whose_freedom_is_told_late_is_not_held_to_a_rest_that_is_over() {
    Scene scene = Scene.of("alice").ringsUnknown("call").phone("alice", PhoneState.RINGING);
    scene.asksAfter("call", OfferEnd.REFUSED);
    var freed = scene.seconds(1).now();
    scene.seconds(4).timer(new Timer.RestOver(call("call"))).waits("call");
    scene.on(new Event.PhoneReported(freed, phone("alice"), PhoneState.IDLE));
    scene.movesNow("call", "alice");
  }

  @Test
  void a_question_without_the_offer_s_end_also_lets_that_phone_rest() {
    Scene scene = Scene.of("alice").ringsUnknown("call").asks("call");
    scene.waits("call").withdrawsNow("alice", OfferEnd.LOST);
  }

  @Test
  void somebody_who_rests_from_one_call_is_offered_the_next_caller() {
    Scene scene = Scene.of("alice").ringsUnknown("one").asksAfter("one", OfferEnd.REFUSED);
    scene.ringsUnknown("two").offers("two", "alice").waits("one");
  }

  @Test
  void an_offer_whose_end_is_never_told_is_given_up() {
    Scene scene = Scene.of("alice").ringsUnknown("call");
    Timer overdue = new Timer.OfferOverdue(call("call"), scene.offerOf("call"));
    assertThat(scene.effects(Effect.SetTimer.class))
        .contains(new Effect.SetTimer(overdue, Duration.ofSeconds(25)));
    scene.seconds(25).timer(overdue).withdrawsNow("alice", OfferEnd.LOST).isFree("alice");
    scene.inState("call", CallState.ADRIFT).timer(overdue).nothingHappens();
    scene.asks("call").offers("call", "alice");
  }

  @Test
  void an_old_offer_s_timer_does_not_touch_the_next() {
    Scene scene = Scene.ofThree().ringsUnknown("call");
    Timer old = new Timer.OfferOverdue(call("call"), scene.offerOf("call"));
    scene.asksAfter("call", OfferEnd.BUSY).timer(old).nothingHappens();
    scene.offers("call", "bob");
  }

  @Test
  void an_answer_that_did_not_arrive_takes_the_card_back_until_the_caller_asks_again() {
    Scene scene = Scene.of("alice").ringsUnknown("call").answerLost("call");
    scene.withdrawsNow("alice", OfferEnd.LOST).isFree("alice").inState("call", CallState.ADRIFT);
    assertThat(scene.steps(Step.Fallback.class)).hasSize(1);
    scene.answerLost("call").nothingHappens();
    scene.seconds(31).asks("call").offersNow("call", "alice");
  }

  @Test
  void an_answer_that_is_called_lost_while_the_phone_rings_was_not() {
    Scene scene = Scene.of("alice").ringsUnknown("call").phoneRings("call", "alice");
    scene.answerLost("call").nothingHappens();
  }

  @Test
  void an_earlier_question_s_lost_answer_does_not_undo_the_later_one() {
    Scene scene = Scene.of("alice").asks("call").asks("call").answerLost("call").nothingHappens();
    scene.recognised("call", Recognition.UNKNOWN).offersNow("call", "alice");
    scene.answerLost("call").nothingHappens();
  }

  @Test
  void an_open_question_given_up_by_the_engine_sends_the_caller_to_the_fallback() {
    Scene scene = Scene.of("alice").asks("call").after(Duration.ofMillis(1500)).answerLost("call");
    scene.answersNow("call", Instruction.UseFallback.class).inState("call", CallState.ADRIFT);
    scene.recognised("call", Recognition.UNKNOWN).inState("call", CallState.ADRIFT);
    scene.seconds(30).asks("call").offersNow("call", "alice");
  }

  @Test
  void a_late_look_up_of_a_caller_adrift_is_said_to_be_late() {
    Scene scene = Scene.of("alice").asks("call").after(Duration.ofMillis(1500)).answerLost("call");
    scene.timer(new Timer.LookUpDeadline(call("call"))).seconds(30).asks("call");
    assertThat(scene.pop("alice").recognition().lookUp()).isEqualTo(LookUp.LATE);
  }

  @Test
  void the_fallback_gave_the_caller_to_somebody_else() {
    Scene scene = Scene.ofThree().ringsUnknown("call").answers("bob", "call");
    scene.withdrawsNow("alice", OfferEnd.ELSEWHERE).inState("call", CallState.TALKING);
    assertThat(scene.pop("bob").talking()).isTrue();
    assertThat(scene.pop("bob").why().rule()).isEqualTo("fallback");
    scene.isFree("alice").isFree("carol");
  }

  @Test
  void whoever_is_freed_by_the_fallback_is_given_the_next_caller() {
    Scene scene = Scene.of("alice", "bob").phone("bob", PhoneState.RINGING);
    scene.ringsUnknown("one").offers("one", "alice").ringsUnknown("two").waits("two");
    scene.answers("bob", "one").movesNow("two", "alice");
  }

  @Test
  void the_fallback_rang_a_phone_that_we_rang_for_another() {
    Scene scene = Scene.of("alice").ringsUnknown("one").answerLost("one");
    scene.ringsUnknown("two").offers("two", "alice");
    scene.answers("alice", "one").withdrawsNow("alice", OfferEnd.BUSY);
    scene.inState("one", CallState.TALKING).inState("two", CallState.ADRIFT);
    scene.asks("two").waits("two").hangsUp("one").waits("two"); // rests from "two" for a while
    scene.seconds(5).timer(new Timer.RestOver(call("two"))).movesNow("two", "alice");
  }

  @Test
  void a_human_who_is_not_on_the_floor_picked_up() {
    Scene scene = Scene.of("alice").ringsUnknown("call").answers("zoe", "call");
    scene.withdrawsNow("alice", OfferEnd.ELSEWHERE).inState("call", CallState.TALKING);
    scene.isFree("alice").hangsUp("call");
    assertThat(scene.steps(Step.Ended.class).getFirst().ending().name()).isEqualTo("TALKED");
  }

  @Test
  void somebody_taken_off_the_floor_while_their_phone_rings_may_still_pick_up_that_very_moment() {
    Scene scene = Scene.of("alice").with("bob", SALES).ringsUnknown("call").without("alice");
    scene.inState("call", CallState.WAITING);
    scene.answers("alice", "call").inState("call", CallState.TALKING).hangsUp("call");
    assertThat(scene.board.calls()).isEmpty();
  }

  @Test
  void somebody_who_left_the_floor_with_a_call_and_came_back_still_has_it() {
    Scene scene = Scene.of("alice").ringsUnknown("one").answers("alice", "one").without("alice");
    scene.with("alice", CARE).floor().ringsUnknown("two").waits("two");
    scene.hangsUp("one").movesNow("two", "alice");
  }

  @ParameterizedTest
  @EnumSource(Availability.class)
  void choosing_while_it_rings_or_talks_does_not_end_it(Availability choice) {
    Scene scene = Scene.of("alice").ringsUnknown("call").chooses("alice", choice);
    scene.offers("call", "alice").answers("alice", "call").chooses("alice", choice);
    scene.inState("call", CallState.TALKING).hangsUp("call");
    scene.ringsUnknown("next");
    scene.inState("next", choice == Availability.READY ? CallState.OFFERED : CallState.WAITING);
  }
}
