package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is waited for and for how long, who stands in, and who is left alone, on real phones. */
@ExtendWith(Stack.Shared.class)
class RightPersonTest {
  private final Scene scene;

  RightPersonTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theOwnerWhoTalksIsWaitedForAndToldWhoWaits() {
    scene.routing(new JsonObject().put("patienceSeconds", 60));
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    String mobile = customerOf(alice, "Jeanne Martin");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    Desk desk = alice.desk();
    Caller other = scene.calls(Manner.of(customerOf(alice, "Omar Diallo")));
    other.await("200 INVITE");
    phone.behave(Behaviour.ringing());
    SipPhone idle = karim.readyWith(Behaviour.ringing());

    Caller caller = scene.calls(Manner.of(mobile));
    JsonObject waiting = desk.await("waiting").json();
    assertThat(waiting.getString("name")).isEqualTo("Jeanne Martin");
    caller.await("180 INVITE");
    other.hangUp();

    desk.await("pop", pop -> pop.encode().contains("Jeanne Martin"));
    phone.awaitInvite(2, Duration.ofSeconds(5));
    assertThat(idle.invites()).isEmpty();
    assertThat(caller.answers()).doesNotContain("200");
  }

  @Test
  void pastThePatienceAnybodyIsRungAndTheOwnerIsToldWhoTookTheCall() {
    scene.routing(new JsonObject().put("patienceSeconds", 2));
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    String mobile = customerOf(alice, "Jeanne Martin");
    alice.readyWith(Behaviour.answering(Duration.ZERO));
    Desk desk = alice.desk();
    Caller other = scene.calls(Manner.of(customerOf(alice, "Omar Diallo")));
    other.await("200 INVITE");
    SipPhone idle = karim.readyWith(Behaviour.answering(Duration.ZERO));

    Caller caller = scene.calls(Manner.of(mobile));
    Instant asked = caller.rangAt();
    Instant rung = idle.awaitInvite().at();

    assertThat(Duration.between(asked, rung))
        .isBetween(Duration.ofMillis(1900), Duration.ofSeconds(5));
    JsonObject gone = desk.await("gone").json();
    assertThat(gone.getString("takenBy")).startsWith("Karim");
  }

  @Test
  void outsideHoursOnlyThePersonOnCallIsRung() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    SipPhone ready = alice.readyWith(Behaviour.ringing());
    SipPhone onCall = karim.phone(Behaviour.answering(Duration.ofMillis(200))); // and they are off
    karim.awaitActivity("idle");
    scene.routing(
        new JsonObject()
            .put("onCallId", karim.id())
            .put(
                "closures",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("from", Instant.now().minusSeconds(60).toString())
                            .put("until", Instant.now().plusSeconds(3600).toString()))));

    Caller caller = scene.calls(Manner.of(scene.mobile()).talkingFor(Duration.ofMillis(300)));

    onCall.awaitInvite();
    caller.await("200 INVITE");
    assertThat(ready.invites()).isEmpty();
    JsonObject record = scene.record("ended");
    assertThat(record.encode()).contains("\"rule\":\"on-call\"");
  }

  @Test
  void whoLetsThreeCallsRingOutIsAwayAndToldSo() {
    scene.offersLast(1);
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();
    for (int missed = 1; missed <= 3; missed++) {
      Caller caller = scene.calls(Manner.of(scene.mobile()));
      phone.awaitInvite(missed, Duration.ofSeconds(20));
      desk.await("withdrawn");
      int calls = missed;
      Wait.until("offer " + missed + " is over", () -> desk.frames("withdrawn").size() >= calls);
      caller.hangUp();
      Wait.until("the caller is gone", caller::isOver);
    }

    JsonObject told = desk.await("availability", now -> now.getString("because") != null).json();
    assertThat(told.getString("availability")).isEqualTo("away");
    assertThat(told.getString("because")).isEqualTo("missed-calls");
    assertThat(alice.api().get("/api/me").getString("availability")).isEqualTo("away");
  }

  @Test
  void anAgentWhoseDeskVanishedIsAwayWithinTwentySeconds() {
    Agent alice = scene.agent("Alice");
    scene
        .administrator()
        .put(
            "/api/agents/" + alice.id(),
            new JsonObject()
                .put("name", alice.name())
                .put("role", "agent")
                .put("disabled", false)
                .put(
                    "teamIds",
                    scene
                        .administrator()
                        .get("/api/agents/" + alice.id())
                        .getJsonArray("teamIds")));
    Desk desk = alice.desk();
    alice.readyWith(Behaviour.ringing());

    Instant vanished = Instant.now();
    desk.close();
    Wait.until(
        "Alice is away",
        Duration.ofSeconds(25),
        () -> alice.api().get("/api/me").getString("availability").equals("away"));

    assertThat(Duration.between(vanished, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void afterAConversationAnAgentIsLeftAloneUntilTheySayThatTheyAreDone() {
    scene.routing(new JsonObject().put("wrapUpSeconds", 600));
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    Desk desk = alice.desk();
    Caller first = scene.calls(Manner.of(scene.mobile()).talkingFor(Duration.ofMillis(300)));
    first.await("BYE");
    desk.await("activity", now -> now.getString("activity").equals("wrapping-up"));
    assertThat(desk.await("ended").json().getInteger("wrapUpSeconds")).isEqualTo(600);

    Caller second = scene.calls(Manner.of(scene.mobile()));
    second.await("180 INVITE");
    scene.record("waiting");
    assertThat(phone.invites()).hasSize(1);
    alice.api().delete("/api/me/wrap-up");

    phone.awaitInvite(2, Duration.ofSeconds(5));
    second.await("200 INVITE");
  }

  @Test
  void aSharedNumberTiesNobodyToTheCaller() {
    Agent karim = scene.agent("Karim");
    Agent alice = scene.agent("Alice");
    String switchboard = customerOf(alice, "Jeanne Martin");
    scene
        .administrator()
        .put("/api/shared-numbers/" + switchboard.replace("+", "%2B"), new JsonObject());
    SipPhone longest = karim.readyWith(Behaviour.ringing());
    SipPhone owner = alice.readyWith(Behaviour.ringing());

    scene.calls(Manner.of(switchboard));

    longest.awaitInvite();
    assertThat(owner.invites()).isEmpty();
  }

  /** A customer whose open case this agent owns; the number they call from. */
  private String customerOf(Agent agent, String name) {
    String mobile = scene.mobile();
    scene.openCase(scene.customer(name, mobile), "Box without power supply", agent);
    return mobile;
  }
}
