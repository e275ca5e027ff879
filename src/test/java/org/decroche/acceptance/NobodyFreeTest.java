package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 6. Nobody free: the caller hears ringing, keeps the place in the line, and is moved at once. */
@ExtendWith(Stack.Shared.class)
class NobodyFreeTest {
  private final Scene scene;

  NobodyFreeTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theOldestCallerGetsTheFirstFreeHumanThenTheNext() {
    Agent alice = scene.agent("Alice");
    SipPhone phone =
        alice.readyWith(Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofMillis(800)));
    alice.chooses("away");
    String first = scene.mobile();
    String second = scene.mobile();
    Caller oldest = scene.calls(Manner.of(first));
    scene.record("waiting");
    Caller younger = scene.calls(Manner.of(second));
    younger.await("180 INVITE");

    alice.chooses("ready");

    oldest.await("200 INVITE");
    SipMessage next = phone.awaitInvite(2, Duration.ofSeconds(10));
    younger.await("200 INVITE");
    assertThat(phone.invites().get(0).at()).isBefore(next.at());
    assertThat(oldest.answers()).containsExactly("100", "180", "200");
    assertThat(younger.answers()).containsExactly("100", "180", "200");
    assertThat(younger.sound().heard())
        .noneMatch(packet -> packet.isBefore(younger.await("200 INVITE").at()));
  }

  @Test
  void theNextCallersPhoneRingsTheMomentAnAgentIsFree() {
    Agent alice = scene.agent("Alice");
    SipPhone phone =
        alice.readyWith(Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofSeconds(1)));
    scene.calls(Manner.of(scene.mobile())).await("200 INVITE");
    scene.calls(Manner.of(scene.mobile())).await("180 INVITE");

    Instant free = phone.await("200 BYE").at();
    SipMessage next = phone.awaitInvite(2, Duration.ofSeconds(5));

    assertThat(Duration.between(free, next.at())).isLessThan(Duration.ofMillis(250));
  }

  @Test
  void aCallerWhoHangsUpLeavesNothingBehind() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    alice.chooses("away");
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    scene.record("waiting");

    caller.hangUp();
    assertThat(scene.record("ended").getString("ending")).isEqualTo("gave-up");
    alice.chooses("ready");
    alice.awaitActivity("idle");
    String other = scene.mobile();
    scene.calls(Manner.of(other));

    phone.awaitInvite();
    assertThat(phone.invites()).hasSize(1);
    assertThat(phone.invites().getFirst().header("From").orElseThrow())
        .contains(other.substring(4));
    assertThat(caller.answers()).containsExactly("100", "180", "487");
  }

  @Test
  void theCallerHearsNothingButRingingRoundAfterRound() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    alice.chooses("away");
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    Instant rang = caller.await("180 INVITE").at();

    // Longer than a round of the dialplan (5 s), after which it asks again and must not lose its
    // place.
    scene.passes(Duration.between(Instant.now(), rang.plusSeconds(7)));
    alice.chooses("ready");

    phone.awaitInvite();
    caller.await("200 INVITE");
    assertThat(caller.answers()).containsExactly("100", "180", "200");
    assertThat(Scene.steps(scene.record("answered"))).containsOnlyOnce("waiting");
  }
}
