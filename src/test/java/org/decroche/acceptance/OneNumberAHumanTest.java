package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 1. One number, a human: nothing but ringing until somebody picks up. */
@ExtendWith(Stack.Shared.class)
class OneNumberAHumanTest {
  private static final int ONE_SECOND_OF_SOUND = 50;
  private final Scene scene;

  OneNumberAHumanTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theCallIsAnsweredWhenAHumanPicksUpAndNotBefore() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.answering(Duration.ofSeconds(1)));

    Caller caller = scene.calls(Manner.of("0639980001"));
    Instant answered = caller.await("200 INVITE").at();

    assertThat(caller.answers()).containsExactly("100", "180", "200");
    assertThat(phone.await("200 INVITE").at()).isBefore(answered);
    assertThat(caller.sound().heard()).isEmpty();
  }

  @Test
  void theyHearEachOtherAndHangUpEitherWay() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.answering(Duration.ZERO));
    Caller caller = scene.calls(Manner.of("0639980001"));
    int asterisksPortForThePhone = phone.awaitInvite().audioPort().orElseThrow();
    int asterisksPortForTheCaller = caller.await("200 INVITE").audioPort().orElseThrow();
    phone.await("ACK");

    phone.sound().say(asterisksPortForThePhone, ONE_SECOND_OF_SOUND);
    caller.sound().say(asterisksPortForTheCaller, ONE_SECOND_OF_SOUND);

    Wait.until("the caller hears the agent", () -> !caller.sound().heard().isEmpty());
    Wait.until("the agent hears the caller", () -> !phone.sound().heard().isEmpty());
    caller.hangUp();
    phone.await("BYE");
  }

  @Test
  void whatAPhonePlaysBeforeItIsPickedUpNeverReachesTheCaller() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.early(Duration.ofSeconds(2)));

    Caller caller = scene.calls(Manner.of("0639980001"));
    SipMessage invite = phone.awaitInvite();
    phone.await("183 INVITE");
    phone.sound().say(invite.audioPort().orElseThrow(), ONE_SECOND_OF_SOUND);
    Instant answered = caller.await("200 INVITE").at();

    assertThat(caller.answers()).containsExactly("100", "180", "200");
    assertThat(caller.sound().heard()).noneMatch(packet -> packet.isBefore(answered));
  }

  @Test
  void theCallEndsWhenTheAgentHangsUp() {
    scene
        .agent("Alice")
        .readyWith(Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofMillis(300)));

    Caller caller = scene.calls(Manner.of("0639980001"));

    caller.await("BYE");
  }

  @Test
  void aCallerWhoHangsUpStopsThePhone() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.ringing());
    Caller caller = scene.calls(Manner.of("0639980001"));
    phone.awaitInvite();

    caller.hangUp();

    phone.await("CANCEL");
    assertThat(caller.answers()).containsExactly("100", "180", "487");
  }
}
