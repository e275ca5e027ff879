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
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caller is taken away from a phone that rings in vain: refused on the desk, or gone. */
@ExtendWith(Stack.Shared.class)
class TakenAwayTest {
  private static final Duration AT_ONCE = Duration.ofMillis(400);
  private final Scene scene;

  TakenAwayTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void refusedOnTheDeskTheNextPhoneRingsAtOnceAndTheFirstIsSilent() {
    Agent alice = scene.agent("Alice");
    SipPhone first = alice.readyWith(Behaviour.ringing());
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    JsonObject card = desk.await("pop").json();
    first.await("180 INVITE");
    Instant pressed = Instant.now();
    refuse(alice, card);

    first.await("CANCEL");
    SipMessage next = second.awaitInvite();
    assertThat(Duration.between(pressed, next.at())).isBetween(Duration.ZERO, AT_ONCE);
    assertThat(desk.await("withdrawn").json().getString("how")).isEqualTo("refused");
    assertThat(caller.answers()).containsExactly("100", "180");
    assertThat(scene.record("offer-ended").encode()).contains("\"how\":\"refused\"");
    assertThat(
            alice
                .api()
                .send(
                    "POST",
                    "/api/calls/" + card.getString("call") + "/refuse",
                    new JsonObject().put("offer", card.getString("offer")))
                .statusCode())
        .isEqualTo(404);
    assertThat(first.invites()).hasSize(1);
  }

  @Test
  void refusedByTheOnlyOneTheCallerRingsOnAndComesBackToThemAfterAWhile() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    JsonObject card = desk.await("pop").json();
    phone.await("180 INVITE");
    Instant pressed = Instant.now();
    refuse(alice, card);
    phone.await("CANCEL");
    scene.record("waiting");

    SipMessage again = phone.awaitInvite(2, Duration.ofSeconds(20));
    assertThat(Duration.between(pressed, again.at()))
        .isBetween(Duration.ofMillis(4500), Duration.ofSeconds(12));
    assertThat(caller.answers()).containsExactly("100", "180");
    assertThat(caller.isOver()).isFalse();
  }

  @Test
  void aPhoneThatSignsOffInMidRingIsFollowedByTheNextAtOnce() {
    Agent alice = scene.agent("Alice");
    SipPhone first = alice.readyWith(Behaviour.ringing());
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.answering(Duration.ZERO));

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    first.await("180 INVITE");
    Instant gone = first.signsOff();

    SipMessage next = second.awaitInvite();
    assertThat(Duration.between(gone, next.at())).isLessThan(Duration.ofSeconds(1));
    caller.await("200 INVITE");
    assertThat(caller.answers()).containsExactly("100", "180", "200");
    assertThat(scene.record("answered").encode()).contains("\"how\":\"unreachable\"");
  }

  private static void refuse(Agent agent, JsonObject card) {
    JsonObject unused =
        agent
            .api()
            .post(
                "/api/calls/" + card.getString("call") + "/refuse",
                new JsonObject().put("offer", card.getString("offer")));
  }
}
