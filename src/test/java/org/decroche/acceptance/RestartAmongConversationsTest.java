package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service killed and started again goes on with the conversations it finds. */
@ExtendWith(Stack.Shared.class)
class RestartAmongConversationsTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private final Stack stack;
  private final Scene scene;

  RestartAmongConversationsTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
    stack.mend();
  }

  @Test
  void theCardComesBackAndTheCallIsHandedOverAndEndedFromTheDesk() {
    Agent alice = scene.agent("Alice");
    Agent bob = scene.agent("Bob");
    String mobile = scene.mobile();
    long jeanne = scene.customer("Jeanne Martin", mobile);
    SipPhone alices = alice.readyWith(Behaviour.answering(SOON));
    SipPhone bobs = bob.readyWith(Behaviour.answering(SOON));
    Caller caller = scene.calls(Manner.of(mobile));
    alices.await("ACK");
    String call = scene.recordOf(mobile, "answered").getString("id");
    JsonObject before;
    try (Desk desk = alice.desk()) {
      before = card(desk);
    }

    restart();
    JsonObject after = card(alice.desk());

    assertThat(after.getString("call")).isEqualTo(call);
    assertThat(after.getString("offer")).isEqualTo(before.getString("offer"));
    assertThat(after.getString("state")).isEqualTo("talking");
    assertThat(since(after)).isCloseTo(since(before), within(1, ChronoUnit.MILLIS));
    assertThat(after.getJsonObject("why").getString("sentence"))
        .isEqualTo(before.getJsonObject("why").getString("sentence"));
    Wait.until("the card says who it is", () -> Long.valueOf(jeanne).equals(lastCard(alice, call)));

    handOver(alice, call, bob);
    bobs.await("ACK");
    awaitOk(() -> status(alice, call, "leave"));
    alices.await("BYE");
    assertThat(caller.isOver()).isFalse();
    awaitOk(() -> status(bob, call, "end"));
    caller.await("BYE");
    bobs.await("BYE");
    JsonObject record = scene.recordOf(mobile, "ended");
    assertThat(record.getString("id")).isEqualTo(call);
    assertThat(record.getString("ending")).isEqualTo("talked");
    assertThat(Scene.steps(record).stream().filter("answered"::equals)).hasSize(1);
    assertThat(Scene.steps(record)).endsWith("offered", "joined", "left", "ended");
    assertThat(record.getJsonArray("talks")).hasSize(2);
  }

  @Test
  void threeWhoTalkTogetherAreKnownAgain() {
    Agent alice = scene.agent("Alice");
    Agent bob = scene.agent("Bob");
    String mobile = scene.mobile();
    SipPhone alices = alice.readyWith(Behaviour.answering(SOON));
    SipPhone bobs = bob.readyWith(Behaviour.answering(SOON));
    Caller caller = scene.calls(Manner.of(mobile));
    alices.await("ACK");
    String call = scene.recordOf(mobile, "answered").getString("id");
    handOver(alice, call, bob);
    bobs.await("ACK");
    scene.recordOf(mobile, "joined");

    restart();

    assertThat(card(bob.desk()).getJsonArray("others")).hasSize(1);
    assertThat(status(alice, call, "leave")).isLessThan(300);
    alices.await("BYE");
    alice.awaitActivity("idle");
    assertThat(caller.isOver()).isFalse();
    caller.hangUp();
    bobs.await("BYE");
    bob.awaitActivity("idle");
  }

  @Test
  void whoWasRungToJoinIsRungOnWithTheirCardAndJoinsTheOthers() {
    scene.offersLast(60);
    Agent alice = scene.agent("Alice");
    Agent bob = scene.agent("Bob");
    String mobile = scene.mobile();
    SipPhone alices = alice.readyWith(Behaviour.answering(SOON));
    Caller caller = scene.calls(Manner.of(mobile));
    alices.await("ACK");
    String call = scene.recordOf(mobile, "answered").getString("id");
    SipPhone bobs = bob.readyWith(Behaviour.told());
    handOver(alice, call, bob);
    bobs.awaitInvite();
    Wait.until("it is on record", () -> offers(mobile) == 2);

    restart();

    JsonObject card = card(bob.desk());
    assertThat(card.getString("state")).isEqualTo("ringing");
    assertThat(card.getJsonObject("why").getString("sentence")).contains("box, no power");
    assertThat(card(alice.desk()).getJsonArray("others")).hasSize(1);
    bobs.tell("INFO");
    scene.recordOf(mobile, "joined");
    awaitOk(() -> status(alice, call, "leave"));
    alices.await("BYE");
    assertThat(caller.isOver()).isFalse();
    assertThat(bobs.invites()).hasSize(1);
    caller.hangUp();
    bobs.await("BYE");
    assertThat(scene.recordOf(mobile, "ended").getJsonArray("talks")).hasSize(2);
  }

  private long offers(String mobile) {
    return Scene.steps(scene.recordOf(mobile, "answered")).stream()
        .filter("offered"::equals)
        .count();
  }

  @Test
  void anAgentOnAPhoneOutsideIsGivenNobodyElse() {
    Agent alice = scene.agent("Alice");
    alice.ringsOutside(scene.administrator(), scene.mobile());
    alice.chooses("ready").awaitActivity("idle");
    try (Provider provider = stack.provider(Behaviour.outside(SOON))) {
      String first = scene.mobile();
      Caller caller = scene.calls(Manner.of(first));
      int port = provider.awaitInvite().audioPort().orElseThrow();
      provider.await("ACK");
      provider.sound().press(port);
      caller.await("200 INVITE");
      String call = scene.recordOf(first, "answered").getString("id");

      restart();
      alice.awaitActivity("talking");
      String second = scene.mobile();
      scene.calls(Manner.of(second)).await("180 INVITE");
      scene.recordOf(second, "waiting");
      scene.passes(Duration.ofSeconds(1));
      assertThat(provider.invites()).as("one call at a time").hasSize(1);

      awaitOk(() -> status(alice, call, "end"));
      caller.await("BYE");
      Wait.until("the second caller rings there", () -> provider.invites().size() == 2);
    }
  }

  @Test
  void aCallOutGoesOnIsNobodyElsesAndIsJudgedAfterwards() {
    Agent alice = scene.agent("Alice");
    Agent bob = scene.agent("Bob");
    String jeanne = scene.mobile();
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
    bob.readyWith(Behaviour.ringing());
    try (Provider provider = stack.provider(Behaviour.answering(SOON))) {
      String call =
          alice
              .api()
              .post("/api/calls-out", new JsonObject().put("number", jeanne))
              .getString("id");
      provider.await("ACK");
      scene.recordOf(jeanne, "callee-answered");

      restart();
      Desk desk = alice.desk();
      Wait.until("the desk shows the call out", () -> callOut(desk, "talking"));
      assertThat(
              bob.api()
                  .send("POST", "/api/calls-out", new JsonObject().put("number", jeanne))
                  .statusCode())
          .isEqualTo(409);
      alice.api().delete("/api/calls-out/" + call);
      phone.await("BYE");

      Wait.until("the desk asks who answered", () -> callOut(desk, "ended"));
      assertThat(scene.recordOf(jeanne, "ended").getString("ending")).isEqualTo("talked");
    }
    assertThat(alice.api().items("/api/me/unjudged-calls")).hasSize(1);
    alice.awaitActivity("idle");
  }

  @Test
  void whatWasCalledOutBeforeCountsForTheHour() {
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.refusing("486 Busy Here", Duration.ZERO));
    JsonObject stands = scene.administrator().get("/api/settings");
    Object unused = stands.remove("version"); // put back whatever was changed meanwhile
    String first = scene.mobile();
    alice.api().post("/api/calls-out", new JsonObject().put("number", first));
    scene.recordOf(first, "ended");
    JsonObject one = stands.copy();
    one.getJsonObject("callsOut").put("perAgentAndHour", 1);
    scene.administrator().put("/api/settings", one);
    try {
      restart();
      alice.awaitActivity("idle");

      var answer =
          alice
              .api()
              .send("POST", "/api/calls-out", new JsonObject().put("number", scene.mobile()));
      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).contains("too-many-by-agent");
    } finally {
      scene.administrator().put("/api/settings", stands);
    }
  }

  private void restart() {
    stack.service().kill();
    stack.mend();
    stack.service().awaitReady();
  }

  private void handOver(Agent by, String call, Agent to) {
    by.api()
        .post(
            "/api/calls/" + call + "/hand-over",
            new JsonObject().put("agentId", to.id()).put("summary", "box, no power"));
  }

  private static int status(Agent agent, String call, String act) {
    return agent
        .api()
        .send("POST", "/api/calls/" + call + "/" + act, new JsonObject())
        .statusCode();
  }

  private static void awaitOk(IntSupplier status) {
    Wait.until("it is done", () -> status.getAsInt() < 300);
  }

  /** The one that a page opened now shows, or is told of a moment later. */
  private static JsonObject card(Desk desk) {
    return Wait.forOne(
        "a card on the desk", Wait.LONG_ENOUGH, () -> cardOf(desk), () -> desk.frames().toString());
  }

  private static Optional<JsonObject> cardOf(Desk desk) {
    return desk.frames().stream()
        .map(Desk.Frame::json)
        .flatMap(
            json ->
                "pop".equals(json.getString("type"))
                    ? Stream.of(json)
                    : Stream.ofNullable(json.getJsonObject("pop")))
        .findFirst();
  }

  private static Instant since(JsonObject card) {
    return Instant.parse(card.getString("since"));
  }

  private static @Nullable Long lastCard(Agent agent, String call) {
    try (Desk desk = agent.desk()) {
      return cardOf(desk)
          .filter(card -> card.getString("call").equals(call))
          .map(card -> card.getLong("customerId"))
          .orElse(null);
    }
  }

  private static boolean callOut(Desk desk, String state) {
    return desk.frames().stream()
        .map(Desk.Frame::json)
        .map(
            json ->
                "call-out".equals(json.getString("type")) ? json : json.getJsonObject("callOut"))
        .anyMatch(shown -> shown != null && state.equals(shown.getString("state")));
  }
}
