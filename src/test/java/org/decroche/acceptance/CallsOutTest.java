package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calling back, calling a number, and dialling by hand: over a trunk, with real phones. */
@ExtendWith(Stack.Shared.class)
class CallsOutTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private final Stack stack;
  private final Scene scene;

  CallsOutTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
    stack.mend();
  }

  @Test
  void theAgentsPhoneRingsFirstThenTheirsAndShowsTheFrontDoor() {
    String jeanne = scene.mobile();
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(SOON));
    Desk desk = alice.desk();
    try (Provider provider =
        stack.provider(Behaviour.answering(SOON).talkingFor(SOON.multipliedBy(8)))) {
      String call = callOut(alice, jeanne);

      SipMessage ours = phone.awaitInvite();
      SipMessage picked = phone.await("200 INVITE");
      SipMessage theirs = provider.awaitInvite();
      provider.await("BYE");
      phone.await("BYE");

      assertThat(ours.header("From").orElseThrow()).contains(jeanne);
      assertThat(theirs.at()).as("nobody is called before the agent is there").isAfter(picked.at());
      assertThat(theirs.text()).startsWith("INVITE sip:" + jeanne + "@");
      assertThat(theirs.header("From").orElseThrow()).contains(scene.number());
      assertThat(theirs.text()).doesNotContain(alice.phoneUser()).doesNotContain("Alice");
      JsonObject record = ended(call);
      assertThat(Scene.steps(record))
          .containsSubsequence("called-out", "callee-ringing", "callee-answered", "ended");
      assertThat(record.getString("ending")).isEqualTo("talked");
      assertThat(record.getJsonObject("out").getJsonObject("by").getString("name"))
          .isEqualTo(alice.name());
      awaitFrame(desk, "ended");
      assertThat(
              alice
                  .api()
                  .send(
                      "POST",
                      "/api/calls-out/" + call + "/outcome",
                      new JsonObject().put("outcome", "reached"))
                  .statusCode())
          .isEqualTo(200);
    }
    alice.awaitActivity("idle");

    // Whom they talked with knows them now.
    SipPhone karims = scene.agent("Karim").readyWith(Behaviour.ringing());
    scene.calls(Manner.of(jeanne));
    phone.awaitInvite(2, Wait.LONG_ENOUGH);
    assertThat(scene.recordOf(jeanne, "offered").encode()).contains("last-talked-with");
    assertThat(karims.invites()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"486 Busy Here, busy", "404 Not Found, failed"})
  void whoIsNotReachedIsOnRecordAndTheAgentIsFreeAgain(String status, String ending) {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    try (Provider provider = stack.provider(Behaviour.refusing(status, SOON))) {
      String call = callOut(alice, scene.mobile());
      SipMessage called = provider.awaitInvite();

      phone.await("BYE");

      assertThat(called.what()).isEqualTo("INVITE");
      assertThat(ended(call).getString("ending")).isEqualTo(ending);
      alice.awaitActivity("idle");
    }
  }

  @Test
  void anAgentWhoDoesNotPickUpCallsNobodyAndMayDropIt() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    try (Provider provider = stack.provider(Behaviour.answering(SOON))) {
      String call = callOut(alice, scene.mobile());
      phone.awaitInvite();

      alice.api().delete("/api/calls-out/" + call);

      phone.await("CANCEL");
      assertThat(ended(call).getString("ending")).isEqualTo("gave-up");
      assertThat(provider.invites()).isEmpty();
    }
  }

  @Test
  void oneCallOutAtATimeForOneNumberAndNobodyIsOfferedMeanwhile() {
    String jeanne = scene.mobile();
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    SipPhone karims = karim.readyWith(Behaviour.ringing());
    callOut(alice, jeanne);
    phone.awaitInvite();

    HttpResponse<String> second =
        karim.api().send("POST", "/api/calls-out", new JsonObject().put("number", jeanne));
    scene.calls(Manner.of(scene.mobile()));

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains(alice.name());
    karims.awaitInvite();
    assertThat(phone.invites()).as("the call out only").hasSize(1);
  }

  @Test
  void whatIsDialledOnThePhoneGoesByTheSameRules() {
    String jeanne = scene.mobile();
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.answering(Duration.ZERO));
    try (Provider provider = stack.provider(Behaviour.answering(SOON).talkingFor(SOON))) {
      try (Dialled premium = alice.dials("0899123456", SOON)) {
        premium.await("403 INVITE");
      }
      try (Dialled abroad = alice.dials("0012125550100", SOON)) {
        abroad.await("403 INVITE");
      }
      try (Dialled nothing = alice.dials("99999", SOON)) {
        nothing.await("404 INVITE");
      }
      assertThat(provider.invites()).isEmpty();

      try (Dialled dialled = alice.dials("0" + jeanne.substring(3), SOON.multipliedBy(10))) {
        SipMessage theirs = provider.awaitInvite();
        dialled.await("BYE");
        assertThat(theirs.text()).startsWith("INVITE sip:" + jeanne + "@");
        assertThat(theirs.header("From").orElseThrow()).contains(scene.number());
      }
    }
    JsonObject record = scene.recordOf(jeanne, "ended");
    assertThat(record.getString("ending")).isEqualTo("talked");
    assertThat(record.encode()).contains("\"byHand\":true");
  }

  @Test
  void whatIsDialledOnThePhoneAndRefusedByTheNetworkHasFailed() {
    String nobody = scene.mobile();
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.answering(Duration.ZERO));
    try (Provider provider = stack.provider(Behaviour.refusing("404 Not Found", SOON));
        Dialled dialled = alice.dials("0" + nobody.substring(3), SOON)) {
      provider.awaitInvite();
      assertThat(scene.recordOf(nobody, "ended").getString("ending")).isEqualTo("failed");
      assertThat(dialled.toString()).doesNotContain("200 INVITE");
    }
  }

  @Test
  void anEmergencyIsForThePhoneAndNeedsNoService() {
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.answering(Duration.ZERO));
    HttpResponse<String> fromTheDesk =
        alice.api().send("POST", "/api/calls-out", new JsonObject().put("number", "15"));
    assertThat(fromTheDesk.statusCode()).isEqualTo(400);
    assertThat(fromTheDesk.body()).contains("dial it by hand");

    stack.service().kill();
    try (Provider provider = stack.provider(Behaviour.answering(SOON).talkingFor(SOON));
        Dialled dialled = alice.dials("15", SOON.multipliedBy(10))) {
      assertThat(provider.awaitInvite().text()).startsWith("INVITE sip:15@");
      dialled.await("200 INVITE");
      try (Dialled another = alice.dials("0639980001", SOON)) {
        another.await("503 INVITE");
      }
    }
  }

  @Test
  void aConversationOutlivesTheServiceAndItsRecordIsClosed() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    try (Provider provider = stack.provider(Behaviour.answering(SOON))) {
      String call = callOut(alice, scene.mobile());
      provider.await("ACK");
      Wait.until(
          "the talk is on record",
          Wait.LONG_ENOUGH,
          () -> Scene.steps(record(call)).contains("callee-answered"));

      stack.service().kill();
      stack.mend();
      assertThat(record(call).getString("endedAt")).as("it goes on").isNull();
      phone.vanish();
      stack.script("asterisk", "console", "channel", "request", "hangup", "all");

      assertThat(ended(call).getString("answeredAt")).isNotNull();
    }
  }

  private String callOut(Agent agent, String number) {
    return agent
        .api()
        .post("/api/calls-out", new JsonObject().put("number", number))
        .getString("id");
  }

  private JsonObject record(String call) {
    return scene.administrator().get("/api/calls/" + call);
  }

  private JsonObject ended(String call) {
    Wait.until(
        "the end of call " + call,
        Wait.LONG_ENOUGH,
        () ->
            scene.administrator().send("GET", "/api/calls/" + call, null).statusCode() == 200
                && record(call).getString("endedAt") != null);
    return record(call);
  }

  private static void awaitFrame(Desk desk, String state) {
    Wait.until(
        "the desk shows the call out " + state,
        Wait.LONG_ENOUGH,
        () ->
            desk.frames().stream()
                .map(Desk.Frame::json)
                .filter(frame -> "call-out".equals(frame.getString("type")))
                .anyMatch(frame -> state.equals(frame.getString("state"))));
  }
}
