package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 5. Agents have phones, and only a free one is ever rung. */
@ExtendWith(Stack.Shared.class)
class AgentsHavePhonesTest {
  private final Stack stack;
  private final Scene scene;

  AgentsHavePhonesTest(Stack stack) {
    this.stack = stack;
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void aNewAgentsPhoneSignsInAtOnceWithThePasswordShown() {
    Agent alice = scene.agent("Alice");

    SipPhone phone = alice.readyWith(Behaviour.ringing());
    scene.calls(Manner.of(scene.mobile()));

    phone.awaitInvite();
  }

  @Test
  void anotherPasswordDoesNot() {
    Agent alice = scene.agent("Alice");

    assertThatThrownBy(() -> alice.phone("not-the-password", Behaviour.ringing()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("401");
  }

  @Test
  void aNewPasswordReplacesTheOldOne() {
    Agent alice = scene.agent("Alice");
    alice.phone(Behaviour.ringing()).close();
    String renewed =
        scene
            .administrator()
            .post("/api/agents/" + alice.id() + "/phone-password", new JsonObject())
            .getString("password");

    SipPhone phone = alice.phone(renewed, Behaviour.ringing());
    alice.chooses("ready");
    alice.awaitActivity("idle");
    assertThatThrownBy(() -> alice.phone(Behaviour.ringing()))
        .isInstanceOf(IllegalStateException.class);
    scene.calls(Manner.of(scene.mobile()));
    phone.awaitInvite();
  }

  @Test
  void aNewPasswordSignsThePhoneOffThatHasTheOldOneAndNoOther() {
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.ringing());
    Agent karim = scene.agent("Karim");
    SipPhone other = karim.readyWith(Behaviour.ringing());
    assertThat(stack.asterisk("pjsip show contacts")).contains(alice.phoneUser());

    JsonObject account =
        scene
            .administrator()
            .post("/api/agents/" + alice.id() + "/phone-password", new JsonObject());
    Instant told = Instant.now();
    String renewed = account.getString("password");
    assertThat(account.getBoolean("oldPhoneOff")).isTrue();

    String log = "phone " + alice.phoneUser() + " is signed off";
    Wait.until(log, () -> !stack.asterisk("pjsip show contacts").contains(alice.phoneUser()));
    assertThat(stack.logged(log)).isBefore(told.plusSeconds(1));
    assertThat(stack.asterisk("pjsip show contacts")).contains(karim.phoneUser());
    assertThatThrownBy(() -> alice.phone(Behaviour.ringing()))
        .as("the old password")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("401");
    alice.awaitActivity("unreachable");
    scene.calls(Manner.of(scene.mobile()));
    other.awaitInvite();
    alice.phone(renewed, Behaviour.ringing());
    alice.awaitActivity("idle");
  }

  @Test
  void whoTalksGoesOnTalkingWhenTheirPhoneGetsANewPassword() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    caller.await("200 INVITE");
    alice.awaitActivity("talking");

    JsonObject unused =
        scene
            .administrator()
            .post("/api/agents/" + alice.id() + "/phone-password", new JsonObject());
    Instant told = Instant.now();

    Wait.until(
        "signed off", () -> !stack.asterisk("pjsip show contacts").contains(alice.phoneUser()));
    assertThat(caller.isOver()).isFalse();
    caller.hangUp();
    assertThat(phone.await("BYE").at()).isAfter(told);
    assertThat(scene.record("ended").getString("ending")).isEqualTo("talked");
  }

  @Test
  void aPhoneThatIsNotSignedInIsNeverRung() {
    Agent without = scene.agent("Alice").chooses("ready");
    Agent with = scene.agent("Karim");
    SipPhone phone = with.readyWith(Behaviour.ringing());

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    phone.awaitInvite();

    without.awaitActivity("unreachable");
    caller.hangUp();
    assertThat(Scene.steps(scene.record("ended"))).containsOnlyOnce("offered");
  }

  @Test
  void aPhoneInUseIsNeverRung() {
    Agent alice = scene.agent("Alice");
    SipPhone busy = alice.readyWith(Behaviour.answering(Duration.ZERO));
    scene.calls(Manner.of(scene.mobile())).await("200 INVITE");
    alice.awaitActivity("talking");
    SipPhone free = scene.agent("Karim").readyWith(Behaviour.ringing());

    scene.calls(Manner.of(scene.mobile()));

    free.awaitInvite();
    assertThat(busy.invites()).hasSize(1);
  }
}
