package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 3. The same human: who knows the caller picks up, and is told why. */
@ExtendWith(Stack.Shared.class)
class SameHumanTest {
  private final Scene scene;

  SameHumanTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theOwnerOfTheOpenCaseIsRung() {
    Agent idleLonger = scene.agent("Karim");
    Agent owner = scene.agent("Alice");
    String mobile = scene.mobile();
    scene.openCase(scene.customer("Jeanne Martin", mobile), "Box without power supply", owner);
    SipPhone other = idleLonger.readyWith(Behaviour.ringing());
    SipPhone phone = owner.readyWith(Behaviour.ringing());
    Desk desk = owner.desk();

    scene.calls(Manner.of(mobile));

    phone.awaitInvite();
    JsonObject pop = desk.await("pop").json();
    assertThat(pop.getJsonObject("why").getString("rule")).isEqualTo("owner-of-open-case");
    assertThat(pop.getJsonObject("why").getString("sentence")).contains("Box without power supply");
    assertThat(other.invites()).isEmpty();
  }

  @Test
  void elseWhoReallyTalkedWithThemLast() {
    Agent idleLonger = scene.agent("Karim");
    Agent known = scene.agent("Alice");
    String mobile = scene.mobile();
    SipPhone phone = known.readyWith(Behaviour.answering(Duration.ZERO));
    Caller first = scene.calls(Manner.of(mobile).talkingFor(Duration.ofMillis(1500)));
    first.await("BYE");
    scene.record("ended");
    known.awaitActivity("idle");
    phone.behave(Behaviour.ringing());
    SipPhone other = idleLonger.readyWith(Behaviour.ringing());
    Desk desk = known.desk();
    // Alice has just talked, so by idleness alone it would be Karim once he has been ready longer.
    known.chooses("away").chooses("ready");

    scene.calls(Manner.of(mobile));

    phone.awaitInvite(2, Duration.ofSeconds(10));
    assertThat(desk.await("pop").json().getJsonObject("why").getString("rule"))
        .isEqualTo("last-talked-with");
    assertThat(other.invites()).isEmpty();
  }

  @Test
  void elseWhoHasBeenFreeTheLongest() {
    Agent first = scene.agent("Karim");
    Agent second = scene.agent("Alice");
    SipPhone longest = first.readyWith(Behaviour.ringing());
    SipPhone other = second.readyWith(Behaviour.ringing());
    Desk desk = first.desk();

    scene.calls(Manner.of(scene.mobile()));

    longest.awaitInvite();
    JsonObject why = desk.await("pop").json().getJsonObject("why");
    assertThat(why.getString("rule")).isEqualTo("longest-idle");
    assertThat(why.getString("sentence")).isNotBlank();
    assertThat(other.invites()).isEmpty();
  }

  @Test
  void anOwnerWhoIsAwayIsNotWaitedFor() {
    Agent owner = scene.agent("Alice");
    Agent present = scene.agent("Karim");
    String mobile = scene.mobile();
    scene.openCase(scene.customer("Jeanne Martin", mobile), "Box without power supply", owner);
    SipPhone away = owner.readyWith(Behaviour.ringing());
    owner.chooses("away");
    SipPhone phone = present.readyWith(Behaviour.ringing());

    scene.calls(Manner.of(mobile));

    phone.awaitInvite();
    assertThat(away.invites()).isEmpty();
  }
}
