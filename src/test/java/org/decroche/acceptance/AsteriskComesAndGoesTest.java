package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

/** 8, the other way round: Asterisk is frozen or restarted under the service. */
@ExtendWith(Stack.Shared.class)
class AsteriskComesAndGoesTest {
  private final Stack stack;
  private final Scene scene;

  AsteriskComesAndGoesTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everythingIsMendedAndEverybodyLeaves() {
    stack.mend();
    scene.close();
  }

  @Test
  void aFrozenAsteriskIsNoticedWithinSecondsAndSoIsItsReturn() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));

    stack.freezeAsterisk();
    try {
      Wait.until(
          "the service says it is not ready",
          Duration.ofSeconds(6),
          () -> stack.service().status("/health/ready") == 503);
    } finally {
      stack.thawAsterisk();
    }
    stack.service().awaitReady();

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    phone.awaitInvite();
    caller.await("200 INVITE");
    assertThat(caller.answers()).containsExactly("100", "180", "200");
  }

  @Test
  void aRestartedAsteriskStillKnowsThePhonesAndIsFollowedAgain() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));

    stack.script("asterisk", "stop");
    stack.script("asterisk", "start");
    stack.service().awaitReady();
    alice.awaitActivity("idle");

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    phone.awaitInvite();
    caller.await("200 INVITE");
    assertThat(Scene.steps(scene.record("answered"))).contains("offered", "answered");
  }
}
