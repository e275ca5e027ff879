package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.MORNING;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.agent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.Rota;
import org.decroche.routing.door.Turn;
import org.decroche.routing.why.Foreseen;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who is rung by a rota: Bob's turn lasts an hour, then it is Carol's, then nobody's. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RotaStoriesTest {
  private static final Instant HAND_OVER = MORNING.plusSeconds(3700);
  private static final Instant END = HAND_OVER.plusSeconds(3600);
  private static final Policy CLOSED =
      Policy.PLAIN
          .withHours(Policies.openingAt(MORNING.plusSeconds(80_000)))
          .withRota(
              rota(
                  turn("bob", MORNING.minusSeconds(3600), HAND_OVER),
                  turn("carol", HAND_OVER, END)));

  private static Rota rota(Turn... turns) {
    return new Rota(ZoneOffset.UTC, List.of(turns));
  }

  private static Turn turn(String agent, Instant from, Instant until) {
    return new Turn.Once(utc(from), utc(until), agent(agent));
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static Scene house(Policy policy) {
    return new Scene()
        .with(policy)
        .with("alice", CARE)
        .with("bob", Availability.OFF, SALES)
        .with("carol", Availability.OFF, SALES)
        .with("dave", Availability.OFF, SALES)
        .open();
  }

  @Test
  void whose_turn_it_is_is_rung_and_told_until_when() {
    Scene scene = house(CLOSED).ringsUnknown("call").offers("call", "bob");
    Reason reason = scene.theCall("call").offer().orElseThrow().reason();
    assertThat(reason).isEqualTo(new Reason.OnCall("Help", Optional.of(HAND_OVER)));
    assertThat(reason.sentence()).isEqualTo("you are on call for Help until " + HAND_OVER);
  }

  @Test
  void a_caller_who_waits_when_the_turn_changes_is_offered_to_the_next() {
    Scene scene =
        house(CLOSED)
            .ringsUnknown("first")
            .answers("bob", "first")
            .ringsUnknown("second")
            .waits("second");
    assertThat(scene.timerIn(Timer.ReachChanges.class).toSeconds()).isBetween(90L, 100L);
    scene.seconds(101).reachChanges("second").offersNow("second", "carol");
  }

  @Test
  void a_conversation_goes_on_past_the_end_of_the_turn_and_the_next_caller_is_another_s() {
    house(CLOSED)
        .ringsUnknown("first")
        .answers("bob", "first")
        .seconds(200)
        .ringsUnknown("second")
        .offers("second", "carol")
        .hangsUp("first")
        .isFree("bob");
  }

  @Test
  void whoever_had_the_last_turn_is_not_rung_any_more() {
    house(CLOSED).seconds(1000).ringsUnknown("call").offers("call", "carol");
    house(CLOSED).seconds(8000).ringsUnknown("late").waits("late");
  }

  @Test
  void while_it_is_nobody_s_turn_whoever_is_on_call_otherwise_is_rung() {
    Scene scene = house(CLOSED.withOnCall(agent("dave"))).seconds(8000).ringsUnknown("call");
    scene.offers("call", "dave").because("call", "on-call");
    assertThat(scene.theCall("call").offer().orElseThrow().reason().sentence())
        .isEqualTo("you are on call for Help");
  }

  @Test
  void a_caller_waits_for_a_turn_to_begin_at_a_door_that_is_closed() {
    Scene scene =
        house(CLOSED.withRota(rota(turn("carol", HAND_OVER, END))))
            .ringsUnknown("call")
            .waits("call");
    scene.seconds(101).reachChanges("call").offersNow("call", "carol");
  }

  @Test
  void whose_turn_it_is_helps_when_nobody_of_the_teams_is_ready() {
    Policy open = Policy.PLAIN.withRota(CLOSED.rota());
    Scene scene = house(open).chooses("alice", Availability.OFF).ringsUnknown("call");
    scene.offers("call", "bob").because("call", "on-call");
    scene = house(open.withRota(rota(turn("carol", HAND_OVER, END))));
    scene.chooses("alice", Availability.OFF).ringsUnknown("other").waits("other");
    scene.seconds(101).reachChanges("other").offersNow("other", "carol");
  }

  @Test
  void at_another_moment_it_is_whose_turn_it_is_then() {
    Scene scene = house(CLOSED.withOnCall(agent("dave")));
    assertThat(
            Stream.of(HAND_OVER.minusMillis(1), HAND_OVER, END)
                .flatMap(at -> foresee(scene, at).stream())
                .map(one -> one.choice().orElseThrow().name()))
        .containsExactly("bob", "carol", "dave");
  }

  private static List<Foreseen> foresee(Scene scene, Instant at) {
    return scene.board.foresee(
        Cast.DOOR.id(), new CallerNumber.Withheld(), Recognition.UNKNOWN, at);
  }
}
