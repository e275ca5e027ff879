package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Dialled;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A phone that has hung up one call while another is on its second line is not rung. */
@ExtendWith(Stack.Shared.class)
class SecondLineTest {
  private final Stack stack;
  private final Scene scene;

  SecondLineTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
    stack.mend();
  }

  @Test
  void whoWaitsIsServedWhenTheSecondLineIsOverTooAndRingsOnUntilThen() {
    Agent alice = scene.agent("Alice");
    SipPhone phone =
        alice.readyWith(Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofSeconds(2)));
    try (Provider provider =
        stack.provider(Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofSeconds(4)))) {
      scene.calls(Manner.of(scene.mobile())).await("200 INVITE");
      // The one number that nobody is asked about: the service does not see this call.
      Dialled emergency = alice.dials("112", Duration.ofMinutes(1));
      emergency.await("200 INVITE");
      String number = scene.mobile();
      Caller waiting = scene.calls(Manner.of(number));
      waiting.await("180 INVITE");

      phone.await("200 BYE");
      SipMessage over = provider.await("BYE");
      SipMessage next = phone.awaitInvite(2, Wait.LONG_ENOUGH);
      waiting.await("200 INVITE");

      assertThat(next.at()).isAfter(over.at());
      assertThat(waiting.answers()).containsExactly("100", "180", "200");
      assertThat(Scene.steps(scene.recordOf(number, "answered"))).contains("offer-ended");
    }
  }
}
