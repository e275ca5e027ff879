package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 9. Remembered: every step of a call, with its reason and its time. */
@ExtendWith(Stack.Shared.class)
class RememberedTest {
  private final Stack stack;
  private final Scene scene;

  RememberedTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everythingIsMendedAndEverybodyLeaves() {
    stack.mend();
    scene.close();
  }

  @Test
  void theWholeStoryIsWrittenDown() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    String mobile = scene.mobile();
    long jeanne = scene.customer("Jeanne Martin", mobile);
    scene.openCase(jeanne, "Box without power supply", alice);
    alice.readyWith(Behaviour.refusing("603 Decline", Duration.ofMillis(100)));
    karim.readyWith(Behaviour.answering(Duration.ofMillis(300)));

    Caller caller = scene.calls(Manner.of(mobile).talkingFor(Duration.ofSeconds(1)));
    caller.await("200 INVITE");
    JsonObject call = scene.record("ended");

    assertThat(Scene.steps(call))
        .containsExactly(
            "arrived",
            "identified",
            "offered",
            "ringing",
            "offer-ended",
            "offered",
            "ringing",
            "answered",
            "ended");
    assertThat(call.getJsonObject("number").getString("e164")).isEqualTo(mobile);
    assertThat(call.getJsonObject("customer").getLong("id")).isEqualTo(jeanne);
    assertThat(call.getJsonObject("answeredBy").getLong("id")).isEqualTo(karim.id());
    assertThat(call.getString("ending")).isEqualTo("talked");
    assertThat(call.getInteger("secondsBilledBeforeHuman")).isZero();
    assertThat(step(call, "offered").getJsonObject("agent").getLong("id")).isEqualTo(alice.id());
    assertThat(step(call, "offered").getString("reason")).contains("Box without power supply");
    assertThat(step(call, "offer-ended").getJsonObject("detail").getString("how"))
        .isEqualTo("refused");
    List<Instant> times =
        call.getJsonArray("steps").stream()
            .map(step -> Instant.parse(((JsonObject) step).getString("at")))
            .toList();
    assertThat(times).isSorted();
    assertThat(Duration.between(caller.rangAt(), times.getFirst()).abs())
        .isLessThan(Duration.ofMillis(200));
  }

  @Test
  void aCallerWhoGaveUpIsRememberedToo() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.ringing());
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    phone.await("180 INVITE");
    caller.hangUp();

    JsonObject call = scene.record("ended");

    assertThat(call.getString("ending")).isEqualTo("gave-up");
    assertThat(call.getValue("answeredAt")).isNull();
    assertThat(step(call, "offer-ended").getJsonObject("detail").getString("how"))
        .isEqualTo("caller-hung-up");
  }

  @Test
  void whatHappensWhileTheDatabaseIsAwayIsWrittenAfterwards() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.answering(Duration.ZERO));

    stack.database().kill();
    Caller caller = scene.calls(Manner.of(scene.mobile()).talkingFor(Duration.ofMillis(500)));
    phone.awaitInvite();
    caller.await("200 INVITE");
    caller.await("BYE");
    stack.mend();

    JsonObject call = scene.record("ended");
    assertThat(Scene.steps(call)).contains("arrived", "look-up-late", "answered", "ended");
  }

  private static JsonObject step(JsonObject call, String kind) {
    return call.getJsonArray("steps").stream()
        .map(JsonObject.class::cast)
        .filter(step -> step.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
