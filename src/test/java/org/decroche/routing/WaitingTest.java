package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.call;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.util.Optional;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.CallState;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall.Where;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Nobody free: the line, the move out of it, and callers who hang up. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaitingTest {
  private static Scene busy() {
    return Scene.of("alice").ringsUnknown("talk").answers("alice", "talk");
  }

  @Test
  void a_caller_waits_ringing_and_the_oldest_is_moved_first_without_being_asked() {
    Scene scene = busy().ringsUnknown("one").answersNow("one", Instruction.KeepRinging.class);
    scene.ringsUnknown("two").ringsUnknown("three").seconds(2);
    scene.hangsUp("talk").movesNow("one", "alice").waits("two").waits("three");
    scene.answers("alice", "one").hangsUp("one").movesNow("two", "alice");
  }

  @Test
  void the_phone_s_report_frees_too_whichever_comes_last() {
    Scene scene = busy().phone("alice", PhoneState.IN_USE).ringsUnknown("one");
    scene.hangsUp("talk").waits("one").phone("alice", PhoneState.IDLE).movesNow("one", "alice");
    scene = busy().phone("alice", PhoneState.IN_USE).ringsUnknown("one");
    scene.phone("alice", PhoneState.IDLE).waits("one").hangsUp("talk").movesNow("one", "alice");
  }

  @Test
  void who_hangs_up_is_free_before_their_caller_s_side_is_gone() {
    Scene scene = busy().ringsUnknown("one").phoneHangsUp("talk", "alice");
    scene.movesNow("one", "alice").hangsUp("talk").nothingHappens().offers("one", "alice");
    assertThat(scene.story("talk", Step.Ended.class))
        .singleElement()
        .extracting(Step.Ended::ending)
        .isEqualTo(Ending.TALKED);
  }

  @Test
  void the_phone_of_somebody_else_ends_nothing() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("talk").answers("alice", "talk");
    scene.phoneHangsUp("talk", "bob").inState("talk", CallState.TALKING);
  }

  @Test
  void becoming_ready_brings_a_caller() {
    Scene scene = Scene.of("alice").chooses("alice", Availability.AWAY).ringsUnknown("call");
    scene.waits("call").chooses("alice", Availability.READY).movesNow("call", "alice");
  }

  @Test
  void a_new_colleague_brings_a_caller_the_moment_their_phone_is_there() {
    Scene scene = busy().ringsUnknown("call").with("bob", CARE).floor().waits("call");
    scene.phone("bob", PhoneState.IDLE).movesNow("call", "bob");
  }

  @Test
  void asking_each_round_changes_nothing_and_is_not_written_down_twice() {
    Scene scene = busy().ringsUnknown("call").seconds(5).asks("call").waits("call");
    scene.answersNow("call", Instruction.KeepRinging.class);
    assertThat(scene.story("call")).containsExactly("Arrived", "Identified", "Waiting");
  }

  @Test
  void the_right_person_of_another_team_is_given_their_caller_when_free() {
    Scene scene = new Scene().with("alice", SALES).open().chooses("alice", Availability.OFF);
    scene.rings("call", found(person(1, caseOf(7, "alice", 5)))).ringsUnknown("stranger");
    scene.chooses("alice", Availability.READY).movesNow("call", "alice").waits("stranger");
  }

  @Test
  void the_oldest_caller_goes_before_the_agent_s_own() {
    Scene scene = busy().ringsUnknown("stranger");
    scene.rings("hers", found(person(1, caseOf(7, "alice", 5))));
    scene.hangsUp("talk").movesNow("stranger", "alice").waits("hers");
  }

  @Test
  void a_late_look_up_brings_the_right_person_who_is_free() {
    Scene scene = new Scene().with("alice", SALES).open().asks("call");
    scene.timer(new Timer.LookUpDeadline(call("call"))).waits("call");
    scene.recognised("call", found(person(1, caseOf(7, "alice", 5)))).movesNow("call", "alice");
  }

  @Test
  void when_many_become_free_at_once_the_oldest_caller_still_chooses_first() {
    Scene scene = new Scene().with("alice", CARE).with("bob", SALES).open().linkLost();
    scene.chooses("alice", Availability.AWAY).chooses("bob", Availability.AWAY);
    scene.ringsUnknown("stranger");
    scene.rings("young", Cast.lastTalkWith("bob").apply(found(person(1, caseOf(7, "alice", 5)))));
    scene.chooses("alice", Availability.READY).chooses("bob", Availability.READY);
    scene.seen(Cast.live("stranger", Where.WAITING), Cast.live("young", Where.WAITING));
    scene.offers("stranger", "alice").offers("young", "bob");
  }

  @Test
  void a_door_given_to_another_team_takes_its_waiting_callers_along() {
    Scene scene = new Scene().with("alice", SALES).open().ringsUnknown("call").waits("call");
    scene.doorNow(SALES, "sales").movesNow("call", "alice");
  }

  @Test
  void a_door_edited_while_three_wait_serves_them_in_their_order_and_leaves_the_talk_alone() {
    Scene scene = new Scene().with("carol", CARE).with("alice", SALES).with("bob", SALES).open();
    scene.ringsUnknown("talk").answers("carol", "talk").inState("talk", CallState.TALKING);
    scene.ringsUnknown("one").ringsUnknown("two").ringsUnknown("three");
    scene.waits("one").waits("two").waits("three");
    scene.doorNow(SALES, "sales").movesNow("one", "alice").movesNow("two", "bob").waits("three");
    scene.inState("talk", CallState.TALKING);
  }

  @Test
  void a_question_overtaken_by_our_move_changes_nothing() {
    Scene scene = busy().ringsUnknown("call").hangsUp("talk").movesNow("call", "alice");
    scene.asks("call").answersNow("call", Instruction.KeepRinging.class).offers("call", "alice");
    assertThat(scene.effects()).hasSize(1);
    scene.answers("alice", "call").asks("call").inState("call", CallState.TALKING);
  }

  @Test
  void a_question_overtaken_by_our_move_may_still_carry_an_earlier_offer_s_end() {
    Scene scene = Scene.of("alice").ringsUnknown("call").asksAfter("call", OfferEnd.REFUSED);
    scene.seconds(5).timer(new Timer.RestOver(call("call"))).movesNow("call", "alice");
    scene.asks("call").answersNow("call", Instruction.KeepRinging.class).offers("call", "alice");
  }

  @Test
  void a_caller_who_still_asks_long_after_a_move_was_not_moved() {
    Scene scene = busy().ringsUnknown("call").hangsUp("talk").seconds(2).asks("call");
    scene.withdrawsNow("alice", OfferEnd.LOST).waits("call");
  }

  @Test
  void a_moved_caller_s_offer_that_ended_quickly_is_told_by_its_end() {
    Scene scene = busy().ringsUnknown("call").hangsUp("talk").asksAfter("call", OfferEnd.REFUSED);
    scene.withdrawsNow("alice", OfferEnd.REFUSED).waits("call");
  }

  @Test
  void a_failed_move_lets_the_next_caller_have_the_agent_and_does_not_go_round() {
    Scene scene = busy().ringsUnknown("one").ringsUnknown("two").hangsUp("talk");
    scene.moveFailed("one").withdrawsNow("alice", OfferEnd.LOST).movesNow("two", "alice");
    scene.moveFailed("two").isFree("alice").inState("one", CallState.ADRIFT);
    assertThat(scene.effects(Effect.Move.class)).isEmpty();
    scene.asks("one").offersNow("one", "alice");
  }

  @Test
  void the_lost_answer_of_a_question_that_a_move_overtook_is_no_news() {
    Scene scene = busy().ringsUnknown("call").hangsUp("talk").answerLost("call").nothingHappens();
    scene.offers("call", "alice");
  }

  @Test
  void without_the_link_a_caller_is_served_when_asking_only() {
    Scene scene = busy().ringsUnknown("call").linkLost().hangsUp("talk").waits("call");
    scene.seconds(5).asks("call").offersNow("call", "alice");
    assertThat(scene.effects(Effect.Move.class)).isEmpty();
  }

  @Test
  void hanging_up_in_any_state_leaves_nothing_behind() {
    Scene scene = Scene.of("alice");
    scene
        .asks("identifying")
        .hangsUp("identifying")
        .answersNow("identifying", Instruction.UseFallback.class);
    scene.ringsUnknown("offered").hangsUp("offered");
    scene.withdrawsNow("alice", OfferEnd.CALLER_HUNG_UP).isFree("alice");
    scene.ringsUnknown("lost").answerLost("lost").hangsUp("lost");
    scene.ringsUnknown("talking").answers("alice", "talking");
    scene.ringsUnknown("waiting").hangsUp("waiting");
    scene.hangsUp("talking").isFree("alice");
    assertThat(scene.effects(Effect.Move.class)).isEmpty();
    assertThat(scene.board.calls()).isEmpty();
    scene.ringsUnknown("next").offers("next", "alice");
    for (String call : new String[] {"identifying", "offered", "lost", "waiting"}) {
      assertThat(scene.story(call, Step.Ended.class))
          .singleElement()
          .extracting(Step.Ended::ending)
          .isEqualTo(Ending.GAVE_UP);
    }
  }

  @Test
  void late_facts_about_a_call_that_ended_change_nothing() {
    Scene scene = Scene.of("alice").ringsUnknown("call");
    Timer overdue = new Timer.OfferOverdue(call("call"), scene.offerOf("call"));
    scene.hangsUp("call");
    scene.hangsUp("call").nothingHappens();
    scene.recognised("call", found(person(1))).nothingHappens();
    scene.phoneRings("call", "alice").nothingHappens();
    scene.answers("alice", "call").nothingHappens();
    scene.billed("call").nothingHappens();
    scene.answerLost("call").nothingHappens();
    scene.timer(overdue).nothingHappens();
    scene.timer(new Timer.LookUpDeadline(call("call"))).nothingHappens();
    scene.timer(new Timer.RestOver(call("call"))).nothingHappens();
    scene.asks("call").answersNow("call", Instruction.UseFallback.class);
    assertThat(scene.effects()).hasSize(1);
    scene.isFree("alice");
  }

  @Test
  void who_it_was_may_be_said_after_the_end_and_is_on_record() {
    Scene scene = Scene.of("alice").ringsUnknown("call").hangsUp("call").customer("call", 1);
    assertThat(scene.effects())
        .containsExactly(
            new Effect.Journal(
                new Step.Chosen(
                    call("call"),
                    scene.now().toEpochMilli(),
                    scene.now(),
                    1,
                    Cast.agent("alice"))));
  }

  @Test
  void a_caller_who_hung_up_before_the_first_question_arrived_is_on_record() {
    Scene scene = Scene.of("alice").hangsUp("call").asks("call");
    scene.answersNow("call", Instruction.UseFallback.class);
    assertThat(scene.story("call")).containsExactly("Arrived", "Ended");
    scene.asks("call");
    assertThat(scene.story("call")).hasSize(2);
    assertThat(scene.board.calls()).isEmpty();
  }

  @Test
  void the_same_question_told_twice_gives_one_offer() {
    Scene scene = Scene.ofThree().ringsWithheld("call");
    scene
        .on(
            new Event.CallAsks(
                scene.now(),
                call("call"),
                "PJSIP/trunk-call",
                Optional.empty(),
                new CallerNumber.Withheld(),
                scene.now(),
                Optional.empty()))
        .nothingHappens();
  }

  @Test
  void a_number_without_a_door_is_taken_by_the_first() {
    Scene scene = Scene.of("alice");
    scene.on(
        new Event.CallAsks(
            scene.now(),
            call("call"),
            "PJSIP/trunk-call",
            Optional.empty(),
            new CallerNumber.Extension("12"),
            scene.now(),
            Optional.empty()));
    scene.offers("call", "alice");
  }

  @Test
  void without_any_door_the_dialplan_finds_a_human_by_itself() {
    Scene scene = new Scene();
    scene.asks("call").answersNow("call", Instruction.UseFallback.class);
    assertThat(scene.board.calls()).isEmpty();
  }

  @Test
  void a_caller_known_before_a_restart_goes_on_with_later_numbers() {
    Scene scene = Scene.of("alice").asks("call").hangsUp("call");
    assertThat(scene.story("call", Step.Arrived.class).getFirst().seq()).isEqualTo(1);
    scene.on(
        new Event.CallAsks(
            scene.now(),
            call("old"),
            "PJSIP/trunk-old",
            Optional.empty(),
            new CallerNumber.Withheld(),
            scene.now().minus(Duration.ofSeconds(40)),
            Optional.empty()));
    assertThat(scene.story("old", Step.Arrived.class).getFirst().seq())
        .isEqualTo(scene.now().toEpochMilli());
  }

  @Test
  void an_older_arrival_goes_first_even_when_it_asked_later() {
    Scene scene = busy().ringsUnknown("young").seconds(1);
    scene.on(
        new Event.CallAsks(
            scene.now(),
            call("old"),
            "PJSIP/trunk-old",
            Optional.empty(),
            new CallerNumber.Withheld(),
            scene.now().minus(Duration.ofSeconds(40)),
            Optional.empty()));
    scene.hangsUp("talk").movesNow("old", "alice").waits("young");
  }

  @Test
  void saying_who_calls_may_bring_the_right_person() {
    Scene scene = new Scene().with("alice", SALES).with("bob", SALES).open();
    scene.chooses("bob", Availability.AWAY);
    scene.rings("call", found(person(1, caseOf(7, "alice", 50)), person(2, caseOf(8, "bob", 5))));
    scene.waits("call").customer("call", 1).movesNow("call", "alice");
  }

  @Test
  void an_unknown_look_up_is_written_down_as_such() {
    Scene scene = Scene.of("alice").rings("call", Recognition.UNKNOWN);
    assertThat(scene.steps(Step.Identified.class).getFirst().people()).isZero();
  }
}
