package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipMessage;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An agent on a phone outside: rung over the trunk, and there by a key. */
@ExtendWith(Stack.Shared.class)
class OutsidePhoneTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private final Scene scene;
  private final Stack stack;

  OutsidePhoneTest(Stack stack) {
    this.stack = stack;
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theCallersSideIsAnsweredByTheKeyAndNotByThePickUp() {
    Agent alice = scene.agent("Alice");
    String mobile = scene.mobile();
    ringsOutside(alice, mobile);
    alice.chooses("ready").awaitActivity("idle");
    try (Provider provider = stack.provider(Behaviour.outside(SOON))) {
      Caller caller = scene.calls(Manner.of(scene.mobile()).talkingFor(Duration.ofSeconds(1)));
      SipMessage invite = provider.awaitInvite();
      provider.await("ACK");
      caller.await("180 INVITE");
      scene.passes(Duration.ofSeconds(1));
      assertThat(caller.answers()).containsExactly("100", "180");
      assertThat(provider.sound().heard()).as("the tone that asks for a key").isNotEmpty();
      assertThat(caller.sound().heard()).isEmpty();

      provider.sound().press(invite.audioPort().orElseThrow());

      caller.await("200 INVITE");
      assertThat(invite.text()).startsWith("INVITE sip:" + mobile + "@");
      assertThat(invite.header("From").orElseThrow()).contains(scene.number());
      JsonObject record = scene.record("ended");
      assertThat(Scene.steps(record))
          .containsSubsequence("offered", "ringing", "answered", "ended");
      assertThat(record.getJsonObject("answeredBy").getString("name")).isEqualTo(alice.name());
      assertThat(record.getInteger("secondsBilledBeforeHuman")).isZero();
    }
  }

  @Test
  void aVoicemailThatPicksUpIsNoHumanAndTheNextIsRung() {
    Agent alice = scene.agent("Alice");
    ringsOutside(alice, scene.mobile());
    alice.chooses("ready").awaitActivity("idle");
    SipPhone second = scene.agent("Karim").readyWith(Behaviour.answering(Duration.ZERO));
    try (Provider voicemail = stack.provider(Behaviour.outside(Duration.ZERO))) {
      Caller caller = scene.calls(Manner.of(scene.mobile()));
      voicemail.await("ACK");

      SipMessage next = second.awaitInvite();
      caller.await("200 INVITE");

      assertThat(next.at()).isAfter(voicemail.await("BYE").at().minusSeconds(1));
      assertThat(caller.answers()).containsExactly("100", "180", "200");
      JsonObject record = scene.record("answered");
      assertThat(record.encode()).contains("\"how\":\"no-answer\"");
      assertThat(record.getJsonObject("answeredBy").getString("name")).startsWith("Karim");
    }
  }

  @Test
  void aCallerWhoGivesUpWhileAKeyIsAwaitedStopsThePhoneOutside() {
    Agent alice = scene.agent("Alice");
    ringsOutside(alice, scene.mobile());
    alice.chooses("ready").awaitActivity("idle");
    try (Provider provider = stack.provider(Behaviour.outside(SOON))) {
      Caller caller = scene.calls(Manner.of(scene.mobile()));
      SipMessage picked = provider.await("ACK");
      caller.hangUp();

      SipMessage bye = provider.await("BYE");
      assertThat(Duration.between(picked.at(), bye.at())).isLessThan(Duration.ofSeconds(5));
      assertThat(scene.record("ended").getString("ending")).isEqualTo("gave-up");
      alice.awaitActivity("idle");
    }
  }

  @Test
  void aCallIsHandedOverToThemByNameWithTheCardFirstAndTheKey() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    ringsOutside(alice, scene.mobile());
    SipPhone karims = karim.readyWith(Behaviour.answering(Duration.ZERO));
    String mobile = scene.mobile();
    Caller caller = scene.calls(Manner.of(mobile));
    karims.await("ACK");
    String call = scene.recordOf(mobile, "answered").getString("id");
    alice.chooses("ready").awaitActivity("idle");
    Desk alicesDesk = alice.desk();
    try (Provider provider = stack.provider(Behaviour.outside(SOON))) {
      karim
          .api()
          .post(
              "/api/calls/" + call + "/hand-over",
              new JsonObject().put("agentId", alice.id()).put("summary", "box, no power"));

      Desk.Frame card = alicesDesk.await("pop");
      SipMessage invite = provider.awaitInvite();
      assertThat(card.at()).as("the card comes first").isBefore(invite.at());
      assertThat(card.json().getJsonObject("why").getString("sentence"))
          .endsWith("hands over: box, no power");
      assertThat(invite.header("From").orElseThrow()).contains(scene.number());
      provider.await("ACK");
      scene.passes(Duration.ofSeconds(1));
      assertThat(Scene.steps(scene.recordOf(mobile, "offered"))).doesNotContain("joined");

      provider.sound().press(invite.audioPort().orElseThrow());

      scene.recordOf(mobile, "joined");
      alice.awaitActivity("talking");
      karim.api().post("/api/calls/" + call + "/leave", new JsonObject());
      karims.await("BYE");
      assertThat(caller.isOver()).isFalse();
      caller.hangUp();
      provider.await("BYE");
      alice.awaitActivity("idle");
    }
  }

  @Test
  void whoLeavesOutsideWhileNobodyWatchesHasLeftThen() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    ringsOutside(alice, scene.mobile());
    SipPhone karims = karim.readyWith(Behaviour.answering(Duration.ZERO));
    String mobile = scene.mobile();
    Caller caller = scene.calls(Manner.of(mobile));
    karims.await("ACK");
    String call = scene.recordOf(mobile, "answered").getString("id");
    alice.chooses("ready").awaitActivity("idle");
    Behaviour staysAWhile = Behaviour.outside(SOON).talkingFor(Duration.ofSeconds(8));
    try (Provider provider = stack.provider(staysAWhile)) {
      karim
          .api()
          .post(
              "/api/calls/" + call + "/bring-in",
              new JsonObject().put("agentId", alice.id()).put("summary", "box, no power"));
      provider.await("ACK");
      provider.sound().press(provider.awaitInvite().audioPort().orElseThrow());
      scene.recordOf(mobile, "joined");

      stack.service().kill();
      Instant left = provider.await("200 BYE").at();
      scene.passes(Duration.ofSeconds(1));
      caller.hangUp();
      karims.await("BYE");
      stack.mend();

      JsonObject record = scene.recordOf(mobile, "ended");
      assertThat(endOf(record, karim)).isAfter(left.plusMillis(900));
      assertThat(endOf(record, alice)).isBetween(left.minusMillis(500), left.plusMillis(500));
      assertThat(stack.strangeNotes()).isEmpty();
    } finally {
      stack.mend();
    }
  }

  private static Instant endOf(JsonObject record, Agent agent) {
    return record.getJsonArray("talks").stream()
        .map(JsonObject.class::cast)
        .filter(talk -> talk.getJsonObject("agent").getLong("id") == agent.id())
        .map(talk -> Instant.parse(talk.getString("endedAt")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVoicemailIsNotHandedACallAndTheConversationGoesOn() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    ringsOutside(alice, scene.mobile());
    SipPhone karims = karim.readyWith(Behaviour.answering(Duration.ZERO));
    String mobile = scene.mobile();
    Caller caller = scene.calls(Manner.of(mobile));
    karims.await("ACK");
    String call = scene.recordOf(mobile, "answered").getString("id");
    alice.chooses("ready").awaitActivity("idle");
    Desk karimsDesk = karim.desk();
    try (Provider voicemail = stack.provider(Behaviour.outside(Duration.ZERO))) {
      karim
          .api()
          .post(
              "/api/calls/" + call + "/bring-in",
              new JsonObject().put("agentId", alice.id()).put("summary", "box, no power"));
      voicemail.await("ACK");

      assertThat(karimsDesk.await("not-joined").json().getString("how")).isEqualTo("no-answer");
      voicemail.await("BYE");
      assertThat(caller.isOver()).isFalse();
      assertThat(Scene.steps(scene.recordOf(mobile, "offer-ended"))).doesNotContain("joined");
      alice.awaitActivity("idle");
    }
  }

  private void ringsOutside(Agent agent, String number) {
    agent.ringsOutside(scene.administrator(), number);
    assertThat(agent.api().get("/api/agents/" + agent.id()).getString("outsideNumber")).isNull();
  }
}
