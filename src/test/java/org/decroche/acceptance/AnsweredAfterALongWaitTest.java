package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A caller's network cuts what rings too long: one front door answers then, all others never do.
 */
@ExtendWith(Stack.Shared.class)
class AnsweredAfterALongWaitTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private final Stack stack;
  private final Scene scene;
  private final Scene plain;

  AnsweredAfterALongWaitTest(Stack stack) {
    this.stack = stack;
    scene = stack.scene();
    plain = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    stack.mend();
    scene.close();
    plain.close();
  }

  @Test
  void pastItTheCallerIsAnsweredAndHearsRingingUntilAHumanPicksUp() {
    scene.routing(new JsonObject().put("longWaitSeconds", LIMIT.toSeconds()));
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.answering(Duration.ofSeconds(1)));
    alice.chooses("away");
    Caller unanswered =
        plain.calls(Manner.of(plain.mobile())); // a door as all doors are; nobody there
    Caller caller = scene.calls(Manner.of(scene.mobile()));

    Instant answered = caller.await("200 INVITE", Duration.ofSeconds(20)).at();

    assertThat(Duration.between(caller.rangAt(), answered))
        .isBetween(LIMIT.minusMillis(200), LIMIT.plusSeconds(1));
    assertThat(caller.sound().heard()).noneMatch(packet -> packet.isBefore(answered));
    caller.sound().awaitVoice(answered);
    assertThat(caller.sound().voices().getFirst()).isBefore(answered.plusSeconds(1));

    // It rings and pauses as a telephone does, and does so across rounds.
    scene.passes(Duration.ofSeconds(7));
    assertThat(caller.sound().voices().getLast()).isAfter(answered.plusSeconds(4));
    assertThat(caller.sound().voices())
        .as("a pause between two rings")
        .noneMatch(
            packet ->
                packet.isAfter(answered.plusMillis(2500))
                    && packet.isBefore(answered.plusMillis(4000)));

    try (Desk desk = alice.desk()) {
      alice.chooses("ready");
      desk.await("pop", pop -> pop.getInteger("billedSeconds") >= 7);
      desk.await("pop", pop -> pop.getString("state").equals("talking"));
    }
    JsonObject record = scene.record("answered");
    assertThat(Scene.steps(record))
        .containsSubsequence("arrived", "waiting", "billed", "offered", "ringing", "answered")
        .containsOnlyOnce("billed");
    assertThat(record.getInteger("secondsBilledBeforeHuman")).isBetween(7, 11);
    assertThat(unanswered.answers()).containsExactly("100", "180");
    assertThat(unanswered.sound().heard()).isEmpty();
  }

  @Test
  void aRestartOfTheServiceTakesThemForNoTalkAndForgetsNoSecond() {
    scene.routing(new JsonObject().put("longWaitSeconds", LIMIT.toSeconds()));
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.answering(Duration.ofMillis(200)));
    alice.chooses("away");
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    Instant answered = caller.await("200 INVITE", Duration.ofSeconds(20)).at();
    scene.record("billed");

    stack.service().kill();
    stack.mend();
    alice.chooses("ready");

    JsonObject record = scene.record("answered");
    assertThat(record.getInteger("secondsBilledBeforeHuman"))
        .isBetween(
            1,
            Math.toIntExact(Duration.between(answered, Instant.now()).plusSeconds(1).toSeconds()));
    assertThat(caller.isOver()).isFalse();
    scene.passes(Duration.ofSeconds(1));
    assertThat(caller.isOver()).as("they talk, nobody was torn away").isFalse();
  }
}
