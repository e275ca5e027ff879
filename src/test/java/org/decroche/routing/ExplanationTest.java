package org.decroche.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.decroche.routing.Cast.CARE;
import static org.decroche.routing.Cast.SALES;
import static org.decroche.routing.Cast.caseOf;
import static org.decroche.routing.Cast.found;
import static org.decroche.routing.Cast.person;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.agent.AgentProfile;
import org.decroche.routing.agent.Availability;
import org.decroche.routing.agent.Phone;
import org.decroche.routing.agent.PhoneState;
import org.decroche.routing.call.OfferEnd;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.routing.caller.Recognition;
import org.decroche.routing.door.Overflow;
import org.decroche.routing.door.Policy;
import org.decroche.routing.why.Considered;
import org.decroche.routing.why.Explanation;
import org.decroche.routing.why.PassedOver;
import org.decroche.routing.why.Stage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who was considered before a decision, and why each was passed over. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationTest {
  private static final Recognition CAROLS_CASE = found(person(1, caseOf(7, "carol", 5)));

  @Test
  void of_those_who_are_free_the_one_free_the_longest_is_chosen_and_the_others_are_told() {
    Scene scene = Scene.ofThree().ringsUnknown("call").offers("call", "alice");
    assertThat(passedOver(scene, "call"))
        .containsExactlyInAnyOrder(
            "longest-idle bob FREE_LESS_LONG", "longest-idle carol FREE_LESS_LONG");
  }

  @Test
  void whoever_knows_the_caller_and_is_away_is_told_with_their_deputies_one_after_the_other() {
    Scene scene =
        Scene.ofThree()
            .deputy("carol", "bob")
            .deputy("bob", "alice")
            .floor()
            .chooses("bob", Availability.OFF);
    scene
        .chooses("carol", Availability.AWAY)
        .rings("call", CAROLS_CASE)
        .offers("call", "alice")
        .because("call", "deputy");
    assertThat(passedOver(scene, "call"))
        .containsExactly("owner-of-open-case carol AWAY", "deputy bob OFF");
  }

  @Test
  void everybody_is_told_once_by_the_first_rule_that_names_them() {
    Scene scene =
        Scene.ofThree()
            .rings("other", CAROLS_CASE)
            .answers("carol", "other")
            .rings("call", CAROLS_CASE);
    scene.offers("call", "alice");
    assertThat(passedOver(scene, "call"))
        .containsExactly("owner-of-open-case carol TALKING", "longest-idle bob FREE_LESS_LONG");
  }

  @Test
  void each_way_not_to_be_free_has_its_word() {
    Scene scene =
        Scene.of("alice", "bob", "carol", "dave", "erin", "frank")
            .with(Policy.PLAIN.withWrapUp(Duration.ofMinutes(1)))
            .floor();
    scene
        .ringsUnknown("first")
        .answers("alice", "first")
        .hangsUp("first")
        .ringsUnknown("second")
        .answers("bob", "second")
        .ringsUnknown("third")
        .offers("third", "carol")
        .phone("dave", PhoneState.UNREACHABLE)
        .phone("erin", PhoneState.IN_USE)
        .chooses("frank", Availability.OFF)
        .ringsUnknown("call")
        .waits("call");
    assertThat(passedOver(scene, "call"))
        .containsExactlyInAnyOrder(
            "longest-idle alice WRAPPING_UP",
            "longest-idle bob TALKING",
            "longest-idle carol RINGING",
            "longest-idle dave UNREACHABLE",
            "longest-idle erin ON_THE_PHONE",
            "longest-idle frank OFF");
  }

  @Test
  void who_let_this_call_pass_is_told_also_when_they_are_asked_again() {
    Scene scene = Scene.of("alice").ringsUnknown("call").offers("call", "alice");
    scene.asksAfter("call", OfferEnd.REFUSED).waits("call");
    assertThat(passedOver(scene, "call")).containsExactly("longest-idle alice LET_PASS");
    scene.seconds(6).timer(new Timer.RestOver(Cast.call("call"))).offers("call", "alice");
    assertThat(passedOver(scene, "call")).containsExactly("longest-idle alice LET_PASS");
  }

  @Test
  void while_the_right_person_is_waited_for_nobody_else_is_considered_and_until_when_is_told() {
    Scene scene = Scene.ofThree().with(Policy.PLAIN.withPatience(Duration.ofSeconds(20))).floor();
    scene
        .rings("other", CAROLS_CASE)
        .answers("carol", "other")
        .rings("call", CAROLS_CASE)
        .waits("call");
    Explanation explanation = explanation(scene, "call");
    assertThat(explanation.stage()).isEqualTo(Stage.RIGHT_PERSON);
    assertThat(explanation.until()).contains(scene.theCall("call").arrivedAt().plusSeconds(20));
    assertThat(passedOver(scene, "call")).containsExactly("owner-of-open-case carol TALKING");
  }

  @Test
  void a_team_whose_time_has_not_come_is_told_with_its_time() {
    Scene scene =
        new Scene()
            .with("alice", CARE)
            .with("bob", SALES)
            .with(Policy.PLAIN.withOverflow(new Overflow(SALES, "sales", Duration.ofSeconds(15))))
            .open();
    scene.chooses("alice", Availability.AWAY).ringsUnknown("call").waits("call");
    assertThat(passedOver(scene, "call"))
        .containsExactly("longest-idle alice AWAY", "next-team sales after PT15S");
    scene.seconds(15).reachChanges("call").offers("call", "bob");
    assertThat(passedOver(scene, "call")).containsExactly("longest-idle alice AWAY");
  }

  @Test
  void whoever_is_on_call_is_told_by_their_phone_and_not_by_what_they_chose() {
    Scene scene =
        Scene.of("alice", "bob")
            .with(
                Policy.PLAIN
                    .withOnCall(Cast.agent("bob"))
                    .withHours(Policies.openingAt(Cast.MORNING.plusSeconds(86_400))))
            .floor();
    scene
        .chooses("bob", Availability.OFF)
        .phone("bob", PhoneState.UNREACHABLE)
        .ringsUnknown("call")
        .waits("call");
    assertThat(explanation(scene, "call").stage()).isEqualTo(Stage.CLOSED);
    assertThat(passedOver(scene, "call")).containsExactly("on-call bob UNREACHABLE");
  }

  @Test
  void of_a_large_team_only_numbers_are_told() {
    List<AgentProfile> people =
        IntStream.rangeClosed(1, 31).mapToObj(ExplanationTest::memberOfCare).toList();
    Switchboard board = new Switchboard(Limits.DEFAULT, 1);
    board.on(new Event.FloorChanged(Cast.MORNING, new Floor(List.of(Cast.DOOR), people)));
    board.on(
        new Event.AsteriskSeen(
            Cast.MORNING,
            List.of(),
            people.stream()
                .skip(1) // one of them has no phone at hand
                .collect(Collectors.toMap(AgentProfile::phone, one -> PhoneState.IDLE))));
    List<Effect> effects =
        board.on(
            new Event.CallAsks(
                Cast.MORNING,
                Cast.call("call"),
                "PJSIP/trunk",
                Optional.empty(),
                new CallerNumber.Withheld(),
                Cast.MORNING,
                Optional.empty()));
    assertThat(explanations(effects, "call").findFirst().orElseThrow().considered())
        .containsExactly(new Considered.Team("longest-idle", "care", 31, 31, 30));
  }

  private static AgentProfile memberOfCare(int number) {
    return new AgentProfile(
        new AgentId(number),
        "agent " + number,
        new Phone("phone" + number),
        Set.of(CARE),
        Availability.READY,
        Cast.MORNING);
  }

  @Test
  void the_card_carries_the_explanation() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call");
    assertThat(scene.pop("alice").explanation()).isEqualTo(explanation(scene, "call"));
    assertThat(explanation(scene, "call").considered())
        .containsExactly(
            new Considered.Person(
                "longest-idle", Cast.agent("bob"), "bob", PassedOver.FREE_LESS_LONG));
  }

  @Test
  void what_asterisk_did_alone_has_no_explanation_of_ours() {
    Scene scene = Scene.of("alice", "bob").ringsUnknown("call").answers("bob", "call");
    assertThat(scene.pop("bob").explanation()).isEqualTo(Explanation.NONE);
  }

  /** Of the decision just made. */
  private static Explanation explanation(Scene scene, String call) {
    return explanations(scene.effects(), call)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no decision"));
  }

  private static Stream<Explanation> explanations(List<Effect> effects, String call) {
    return effects.stream()
        .filter(Effect.Journal.class::isInstance)
        .map(effect -> ((Effect.Journal) effect).step())
        .filter(step -> step.call().equals(Cast.call(call)))
        .flatMap(
            step ->
                switch (step) {
                  case Step.Offered offered -> Stream.of(offered.explanation());
                  case Step.Waiting waiting -> Stream.of(waiting.explanation());
                  default -> Stream.empty();
                });
  }

  private static List<String> passedOver(Scene scene, String call) {
    return explanation(scene, call).considered().stream().map(ExplanationTest::line).toList();
  }

  private static String line(Considered considered) {
    return switch (considered) {
      case Considered.Person one -> one.rule() + " " + one.name() + " " + one.because();
      case Considered.Team team -> team.rule() + " " + team.team() + " " + team.free();
      case Considered.NotYet next -> next.rule() + " " + next.team() + " after " + next.after();
    };
  }
}
