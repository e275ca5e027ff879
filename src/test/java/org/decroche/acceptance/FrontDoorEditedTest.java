package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A front door is edited while three callers wait (issue 5): they are offered by the new setting at
 * once, whoever came first first, and who talks is not disturbed.
 */
@ExtendWith(Stack.Shared.class)
class FrontDoorEditedTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final Scene scene;
  private SipPhone alices;
  private Caller talks;
  private List<String> numbers;
  private List<Caller> wait;
  private long helping;

  FrontDoorEditedTest(Stack stack) {
    scene = stack.scene();
  }

  /** All of the door's own team talk with somebody. */
  @BeforeEach
  void threeCallersRingOn() {
    helping = scene.team("Helpers");
    alices = scene.agent("Alice").readyWith(Behaviour.answering(Duration.ZERO));
    talks = scene.calls(Manner.of(scene.mobile()));
    talks.await("200 INVITE");
    numbers = Stream.generate(scene::mobile).limit(3).toList();
    wait = numbers.stream().map(this::waits).toList();
  }

  private Caller waits(String number) {
    Caller caller = scene.calls(Manner.of(number));
    scene.recordOf(number, "waiting");
    return caller;
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void aTeamThatHelpsIsRungForAllThreeInTheirOrder() {
    List<SipPhone> phones =
        Stream.of("Bob", "Carol", "Dora")
            .map(name -> scene.agent(name, helping).readyWith(Behaviour.ringing()))
            .toList();
    List<SipMessage> before = talks.messages();

    Instant asked = Instant.now();
    scene.routing(
        new JsonObject()
            .put(
                "overflow",
                new JsonArray()
                    .add(new JsonObject().put("teamId", helping).put("afterSeconds", 0))));
    Instant said = Instant.now();

    List<SipMessage> rung = phones.stream().map(SipPhone::awaitInvite).toList();
    assertThat(rung)
        .allSatisfy(invite -> assertThat(invite.at()).isBetween(asked, said.plus(AT_ONCE)));
    // Whoever came first is given to whoever has been free the longest, and so on.
    assertThat(rung.stream().map(this::whose)).containsExactlyElementsOf(numbers);
    wait.forEach(caller -> assertThat(caller.answers()).containsExactly("100", "180"));
    isUndisturbed(before);
  }

  @Test
  void anotherTeamAnswersThemOneAfterTheOther() {
    SipPhone bobs =
        scene
            .agent("Bob", helping)
            .readyWith(Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofMillis(500)));
    List<SipMessage> before = talks.messages();

    JsonObject door = scene.administrator().get("/api/front-doors/" + scene.door());
    door.remove("id");
    door.remove("display");
    Instant asked = Instant.now();
    JsonObject unused =
        scene.administrator().put("/api/front-doors/" + scene.door(), door.put("teamId", helping));
    Instant said = Instant.now();

    SipMessage first = bobs.awaitInvite();
    assertThat(first.at()).isBetween(asked, said.plus(AT_ONCE));
    bobs.awaitInvite(3, Duration.ofSeconds(15));
    assertThat(bobs.invites().stream().map(this::whose)).containsExactlyElementsOf(numbers);
    wait.forEach(caller -> caller.await("200 INVITE"));
    isUndisturbed(before);
  }

  /** Which of those who wait rings there. */
  private String whose(SipMessage invite) {
    String from = invite.header("From").orElseThrow();
    return numbers.stream()
        .filter(number -> from.contains(number.substring(4)))
        .findFirst()
        .orElse(from);
  }

  /** Not a message more on either side of the conversation. */
  private void isUndisturbed(List<SipMessage> before) {
    assertThat(talks.messages()).isEqualTo(before);
    assertThat(talks.isOver()).isFalse();
    assertThat(alices.invites()).hasSize(1);
    assertThat(alices.messages().stream().map(SipMessage::what)).doesNotContain("BYE");
  }
}
