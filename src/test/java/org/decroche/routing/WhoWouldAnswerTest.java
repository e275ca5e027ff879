package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.why.Foreseen;
import org.decroche.routing.why.Stage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What would be decided about a caller who is not there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WhoWouldAnswerTest {
  private static final Recognition CAROLS_CASE = found(person(1, caseOf(7, "carol", 5)));
  private static final CallerNumber NUMBER =
      new CallerNumber.Dialable(new PhoneNumber("+33612345678"));

  @Test
  void it_is_whom_a_real_call_is_offered_to_the_next_moment() {
    Scene scene = Scene.ofThree();
    List<Foreseen> foreseen = foresee(scene, CAROLS_CASE, scene.now());
    assertThat(foreseen)
        .singleElement()
        .satisfies(one -> rings(one, 0, "carol", "owner-of-open-case"));

    scene.rings("call", CAROLS_CASE).offers("call", "carol").because("call", "owner-of-open-case");
  }

  @Test
  void asking_changes_nothing() {
    Scene scene = Scene.ofThree();
    foresee(scene, Recognition.UNKNOWN, scene.now());
    assertThat(scene.board.calls()).isEmpty();
    scene.isFree("alice").ringsUnknown("call").offers("call", "alice");
    assertThat(foresee(scene, Recognition.UNKNOWN, scene.now()))
        .singleElement()
        .satisfies(one -> rings(one, 0, "bob", "longest-idle"));
  }

  @Test
  void patience_and_the_teams_that_help_later_are_told_one_after_the_other() {
    Scene scene =
        new Scene()
            .with("carol", CARE)
            .with("dave", SALES)
            .with(
                Policy.PLAIN
                    .withPatience(Duration.ofSeconds(20))
                    .withOverflow(new Overflow(SALES, "sales", Duration.ofSeconds(30))))
            .open();
    scene.rings("other", CAROLS_CASE).answers("carol", "other");

    List<Foreseen> foreseen = foresee(scene, CAROLS_CASE, scene.now());

    assertThat(foreseen).hasSize(3);
    assertThat(foreseen.get(0).explanation().stage()).isEqualTo(Stage.RIGHT_PERSON);
    assertThat(foreseen.get(0).choice()).isEmpty();
    assertThat(foreseen.get(1).after()).isEqualTo(Duration.ofSeconds(20));
    assertThat(foreseen.get(1).choice()).isEmpty();
    rings(foreseen.get(2), 30, "dave", "next-team");
  }

  @Test
  void at_another_time_the_hours_are_those_of_then() {
    Scene scene =
        Scene.of("alice", "bob")
            .with(
                Policy.PLAIN
                    .withOnCall(Cast.agent("bob"))
                    .withHours(Policies.openingAt(Cast.MORNING.plusSeconds(86_400))))
            .floor();
    scene.chooses("bob", Availability.OFF);

    assertThat(foresee(scene, Recognition.UNKNOWN, scene.now()))
        .singleElement()
        .satisfies(one -> rings(one, 0, "bob", "on-call"));
    assertThat(foresee(scene, Recognition.UNKNOWN, Cast.MORNING.plusSeconds(90_000)))
        .singleElement()
        .satisfies(one -> rings(one, 0, "alice", "longest-idle"));
  }

  @Test
  void nobody_waits_for_a_closed_door_to_open_and_an_unknown_door_has_no_answer() {
    Scene scene =
        Scene.of("alice")
            .with(Policy.PLAIN.withHours(Policies.openingAt(Cast.MORNING.plusSeconds(86_400))))
            .floor();
    assertThat(foresee(scene, Recognition.UNKNOWN, scene.now()))
        .singleElement()
        .satisfies(one -> assertThat(one.choice()).isEmpty());
    assertThat(scene.board.foresee(new FrontDoorId(99), NUMBER, Recognition.UNKNOWN, scene.now()))
        .isEmpty();
  }

  @Test
  void a_door_as_it_would_be_is_foreseen_by_the_same_rule_and_stays_as_it_is() {
    Scene scene = new Scene().with("alice", Cast.CARE).with("bob", Cast.SALES).open();

    List<Foreseen> drafted =
        scene.board.foresee(
            Cast.DOOR.id(),
            door -> door.behind(Cast.SALES, "sales"),
            NUMBER,
            Recognition.UNKNOWN,
            scene.now());

    assertThat(drafted.getFirst().choice().orElseThrow().name()).isEqualTo("bob");
    assertThat(
            foresee(scene, Recognition.UNKNOWN, scene.now())
                .getFirst()
                .choice()
                .orElseThrow()
                .name())
        .isEqualTo("alice");
  }

  private static List<Foreseen> foresee(Scene scene, Recognition known, Instant at) {
    return scene.board.foresee(Cast.DOOR.id(), NUMBER, known, at);
  }

  private static void rings(Foreseen one, long afterSeconds, String who, String rule) {
    assertThat(one.after()).isEqualTo(Duration.ofSeconds(afterSeconds));
    assertThat(one.choice().orElseThrow().agent()).isEqualTo(Cast.agent(who));
    assertThat(one.choice().orElseThrow().reason().rule()).isEqualTo(rule);
  }
}
