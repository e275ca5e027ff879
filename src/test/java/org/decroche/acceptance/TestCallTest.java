package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls of the service's own: all the way of a caller's, and nothing of a call's. */
@ExtendWith(Stack.Shared.class)
class TestCallTest {
  private final Stack stack;

  TestCallTest(Stack stack) {
    this.stack = stack;
  }

  @AfterEach
  void quiet() {
    stack.database().run("update house set test_call_seconds = 0");
    stack.mend();
  }

  private static JsonObject test(Scene scene) {
    return scene
        .administrator()
        .post("/api/front-doors/" + scene.door() + "/test-call", new JsonObject());
  }

  private JsonObject standing(Scene scene) {
    return scene.administrator().get("/api/health").getJsonArray("testCalls").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getJsonObject("frontDoor").getLong("id") == scene.door())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRobotPicksUpAndNobodyIsRungNorAnythingRecorded() {
    try (Scene scene = stack.scene()) {
      Agent alice = scene.agent("Alice");
      SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
      String calls = scene.administrator().items("/api/calls").encode();

      JsonObject made = test(scene);

      assertThat(made.getBoolean("passed")).as(made.encode()).isTrue();
      assertThat(made.getInteger("milliseconds")).isLessThan(8_000);
      // Whatever a test call left would be there when a caller who came after it is.
      var caller = scene.calls(Manner.of(scene.mobile()));
      phone.awaitInvite(1, Wait.LONG_ENOUGH);
      caller.hangUp();
      Wait.until("the caller is gone", caller::isOver);
      String newest = scene.record("ended").getString("id");
      assertThat(phone.invites()).hasSize(1);
      assertThat(calls).doesNotContain(newest);
      assertThat(scene.administrator().items("/api/calls").encode())
          .contains(newest)
          .doesNotContain("test-");
      assertThat(scene.administrator().items("/api/debts?which=all").encode())
          .doesNotContain("test-");
      JsonObject health = scene.administrator().get("/api/health");
      assertThat(health.getJsonObject("asterisk").getBoolean("connected")).isTrue();
      assertThat(health.getJsonObject("asterisk").getString("version")).startsWith("2");
      assertThat(health.getBoolean("fallbackInStep")).isTrue();
      assertThat(health.getString("trunk")).isIn("reachable", "unreachable", "not-asked");
      assertThat(standing(scene).getJsonObject("last").getBoolean("passed")).isTrue();
    }
  }

  @Test
  void twoFailuresAreAnAlarmOnTheBoardAndOneThatPassesEndsIt() {
    try (Scene scene = stack.scene()) {
      scene.agent("Alice").readyWith(Behaviour.ringing());
      stack.script("asterisk", "stop");
      try {
        assertThat(test(scene).getBoolean("passed")).isFalse();
        assertThat(standing(scene).getBoolean("alarm")).isFalse();
        assertThat(test(scene).getBoolean("passed")).isFalse();
        assertThat(standing(scene).getBoolean("alarm")).isTrue();
        assertThat(scene.administrator().get("/api/board").getJsonArray("testCalls").encode())
            .contains("\"alarm\":true");
      } finally {
        stack.script("asterisk", "start");
      }
      Wait.until("a test call passes again", () -> test(scene).getBoolean("passed"));
      assertThat(standing(scene).getBoolean("alarm")).isFalse();
    }
  }

  @Test
  void theyComeByThemselves() {
    try (Scene scene = stack.scene()) {
      stack.database().run("update house set test_call_seconds = 10");
      Wait.until(
          "a test call was made",
          Duration.ofSeconds(60),
          () -> standing(scene).getJsonObject("last") != null);
      assertThat(standing(scene).getJsonObject("last").getBoolean("passed")).isTrue();
    }
  }
}
