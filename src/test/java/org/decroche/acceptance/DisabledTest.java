package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Api;
import org.decroche.acceptance.fixture.Board;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person who is disabled is out within a second, and nobody who rings is lost by it. */
@ExtendWith(Stack.Shared.class)
class DisabledTest {
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private final Stack stack;
  private final Scene scene;

  DisabledTest(Stack stack) {
    this.stack = stack;
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void whileItRingsAtThemTheNextHumanIsRungAndTheyAreOut() {
    Agent alice = scene.agent("Alice");
    SipPhone first = alice.readyWith(Behaviour.ringing());
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.answering(Duration.ZERO));
    Desk desk = alice.desk();
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    first.await("180 INVITE");
    assertThat(stack.asterisk("pjsip show contacts")).contains(alice.phoneUser());

    Instant disabled = disable(alice, true);

    first.await("CANCEL");
    SipMessage next = second.awaitInvite();
    assertThat(Duration.between(disabled, next.at())).isLessThan(AT_ONCE);
    Instant closed = desk.awaitClosed();
    assertThat(Duration.between(disabled, closed)).isLessThan(AT_ONCE);
    caller.await("200 INVITE");
    assertThat(caller.answers()).containsExactly("100", "180", "200");
    assertThat(alice.api().send("GET", "/api/me", null).statusCode()).isEqualTo(401);
    signedOffBy(disabled.plus(AT_ONCE), alice);
    assertThatThrownBy(() -> alice.phone(Behaviour.ringing()))
        .as("the phone signs in again")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("401");
  }

  @Test
  void aConversationGoesOnToItsEndAndIsTheirLast() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    Desk desk = alice.desk();
    Board board = alice.board();
    Api elsewhere = alice.signsInElsewhere();
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    caller.await("200 INVITE");
    alice.awaitActivity("talking");

    Instant disabled = disable(alice, true);

    assertThat(desk.awaitClosed()).isBefore(disabled.plus(AT_ONCE));
    assertThat(board.awaitClosed()).isBefore(disabled.plus(AT_ONCE));
    for (Api session : List.of(alice.api(), elsewhere)) {
      assertThat(session.send("GET", "/api/me", null).statusCode()).isEqualTo(401);
    }
    signedOffBy(disabled.plus(AT_ONCE), alice);
    Instant talkedAt = Instant.now();
    caller.sound().talk(caller.await("200 INVITE").audioPort().orElseThrow());
    phone.sound().awaitVoice(talkedAt);
    assertThat(caller.isOver()).isFalse();
    assertThat(phone.messages().stream().map(SipMessage::what)).doesNotContain("BYE");
    caller.hangUp();
    SipMessage end = phone.await("BYE");
    assertThat(end.at()).as("the end of the talk").isAfter(disabled);
    assertThat(scene.record("ended").getString("ending")).isEqualTo("talked");
    SipPhone other = scene.agent("Karim").readyWith(Behaviour.ringing());
    scene.calls(Manner.of(scene.mobile()));
    other.awaitInvite();
    assertThat(phone.invites()).hasSize(1);
  }

  @Test
  void whoComesBackSignsInWithThePasswordTheirPhoneHad() {
    Agent alice = scene.agent("Alice");
    alice.phone(Behaviour.ringing()).close();
    Instant disabled = disable(alice, true);
    signedOffBy(disabled.plus(AT_ONCE), alice);

    Instant unused = disable(alice, false);

    Wait.until(
        "the phone of who came back signs in",
        () -> {
          alice.phone(Behaviour.ringing());
          return true;
        });
  }

  /** Gives when the service had said that it is done. */
  private Instant disable(Agent agent, boolean disabled) {
    String path = "/api/agents/" + agent.id();
    JsonArray teams = scene.administrator().get(path).getJsonArray("teamIds");
    JsonObject unused =
        scene
            .administrator()
            .put(
                path,
                new JsonObject()
                    .put("name", agent.name())
                    .put("role", "agent")
                    .put("worksWithoutDesk", true)
                    .put("teamIds", teams)
                    .put("disabled", disabled));
    return Instant.now();
  }

  /** Asking takes a while itself: what counts is that it was so when the answer came. */
  private void signedOffBy(Instant latest, Agent agent) {
    String log = "phone " + agent.phoneUser() + " is signed off";
    Wait.until(log, () -> !stack.asterisk("pjsip show contacts").contains(agent.phoneUser()));
    assertThat(stack.logged(log)).isBefore(latest);
  }
}
