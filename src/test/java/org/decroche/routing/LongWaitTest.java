package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.call.Ending;
import org.decroche.routing.call.LiveCall;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.Policy;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Callers who ring so long that their network would cut. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LongWaitTest {
  private static final Policy A_MINUTE = Policy.PLAIN.withLongWait(Duration.ofMinutes(1));

  /** Alice talks with somebody. */
  private static Scene aliceTalks(Policy policy) {
    return new Scene()
        .with(policy)
        .with("alice", CARE)
        .open()
        .ringsUnknown("other")
        .answers("alice", "other");
  }

  private static Scene aMinuteLater() {
    return longWait(aliceTalks(A_MINUTE).ringsUnknown("call").seconds(60), "call");
  }

  private static Scene longWait(Scene scene, String call) {
    return scene.timer(new Timer.LongWait(call(call)));
  }

  @Test
  void nobody_is_ever_answered_without_a_human_where_no_door_says_so() {
    Scene scene = aliceTalks(Policy.PLAIN).ringsUnknown("call");
    assertThat(scene.effects(Effect.SetTimer.class))
        .extracting(Effect.SetTimer::timer)
        .noneMatch(Timer.LongWait.class::isInstance);

    longWait(scene.seconds(3600), "call").nothingHappens();
    scene.asks("call").answersNow("call", Instruction.KeepRinging.class);
  }

  @Test
  void whoever_waits_that_long_is_let_ask_and_then_answered() {
    Scene scene = aliceTalks(A_MINUTE).asks("call");
    assertThat(scene.timerIn(Timer.LongWait.class))
        .isBetween(Duration.ofMillis(59_900), Duration.ofMinutes(1));
    scene.recognised("call", Recognition.UNKNOWN);

    longWait(scene.seconds(60), "call");

    assertThat(scene.effects(Effect.AskAgain.class)).hasSize(1);
    scene.asks("call").answersNow("call", Instruction.AnswerFirst.class).waits("call");
  }

  @Test
  void a_timer_that_rings_early_is_set_again_and_disturbs_nobody() {
    Scene scene = longWait(aliceTalks(A_MINUTE).ringsUnknown("call").seconds(59), "call");
    assertThat(scene.timerIn(Timer.LongWait.class)).isLessThan(Duration.ofMillis(1100));
    assertThat(scene.effects(Effect.AskAgain.class)).isEmpty();
  }

  @Test
  void it_is_written_down_once_and_counted_to_the_human() {
    Scene scene = aMinuteLater().asks("call").billed("call").seconds(5).billed("call");
    assertThat(scene.story("call", Step.Billed.class)).hasSize(1);

    scene.asks("call").answersNow("call", Instruction.KeepRinging.class);
    scene.hangsUp("other").offersNow("call", "alice");
    assertThat(scene.pop("alice").billed()).isEqualTo(Duration.ofMillis(5001));
    scene.seconds(2).answers("alice", "call");

    assertThat(scene.story("call", Step.Answered.class).getFirst().billedBefore())
        .isEqualTo(Duration.ofMillis(7001));
    assertThat(scene.pop("alice").billed()).isEqualTo(Duration.ofMillis(7001));
  }

  @Test
  void a_human_who_picks_up_is_no_long_wait() {
    Scene scene = aliceTalks(A_MINUTE).ringsUnknown("call").hangsUp("other");
    scene.answers("alice", "call").billed("call").seconds(61);

    longWait(scene, "call").nothingHappens();
    assertThat(scene.story("call", Step.Billed.class)).isEmpty();
    assertThat(scene.story("call", Step.Answered.class).getFirst().billedBefore()).isZero();
  }

  @Test
  void a_phone_that_rings_goes_on_ringing_and_the_answer_goes_with_what_comes_next() {
    Scene scene = aliceTalks(A_MINUTE).ringsUnknown("call").seconds(55).hangsUp("other");
    longWait(scene.offersNow("call", "alice").seconds(6), "call").nothingHappens();

    scene.asksAfter("call", OfferEnd.NO_ANSWER);
    scene.answersNow("call", Instruction.AnswerFirst.class);
  }

  @Test
  void the_next_phone_is_rung_after_the_answer_as_well() {
    Scene scene = new Scene().with(A_MINUTE).with("alice", CARE).with("bob", CARE).open();
    scene.ringsUnknown("call").offers("call", "alice").seconds(61);

    scene.asksAfter("call", OfferEnd.NO_ANSWER).offersNow("call", "bob");

    assertThat(scene.effects(Effect.Answer.class))
        .map(Effect.Answer::instruction)
        .singleElement()
        .isInstanceOfSatisfying(
            Instruction.AnswerFirst.class,
            first -> assertThat(first.then()).isInstanceOf(Instruction.Ring.class));
  }

  @Test
  void an_earlier_run_of_ours_had_them_answered() {
    Scene scene = aliceTalks(A_MINUTE).seconds(100);
    Instant billed = scene.now().minusSeconds(30);
    scene.on(
        new Event.CallAsks(
            scene.now(),
            call("call"),
            "PJSIP/trunk-call",
            Optional.of(Cast.DOOR.id()),
            new CallerNumber.Withheld(),
            scene.now().minusSeconds(90),
            Optional.empty(),
            Optional.of(billed)));

    scene.answersNow("call", Instruction.KeepRinging.class);
    scene.hangsUp("other").answers("alice", "call");
    assertThat(scene.story("call", Step.Answered.class).getFirst().billedBefore())
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
  }

  @Test
  void a_look_at_asterisk_that_finds_them_waiting_takes_them_for_no_talk() {
    Scene scene = aMinuteLater().asks("call").billed("call");
    scene.on(
        new Event.AsteriskSeen(
            scene.now(),
            List.of(
                new LiveCall(
                    call("call"), "PJSIP/trunk-call", LiveCall.Where.WAITING, Optional.empty())),
            Map.of()));
    scene.waits("call");
  }

  @Test
  void who_gives_up_after_it_was_talked_with_by_nobody() {
    Scene scene = aMinuteLater().asks("call").billed("call").seconds(3).hangsUp("call");
    assertThat(scene.story("call", Step.Ended.class).getFirst().ending()).isEqualTo(Ending.GAVE_UP);
  }
}
