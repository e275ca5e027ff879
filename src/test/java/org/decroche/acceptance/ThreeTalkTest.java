package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Handing over is a conversation of three, on the wire: the customer is never put aside, hears no
 * music and no silence of ours, and nobody has to be there for it to go on.
 */
@ExtendWith(Stack.Shared.class)
class ThreeTalkTest {
  /** What the customer may notice as a gap. */
  private static final Duration GAP = Duration.ofMillis(300);

  private final Stack stack;
  private Scene scene;
  private Agent alice;
  private Agent bob;
  private SipPhone alicesPhone;
  private SipPhone bobsPhone;
  private Caller caller;
  private String mobile;

  ThreeTalkTest(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void aliceTalksWithACaller() {
    scene = stack.scene();
    alice = scene.agent("Alice");
    bob = scene.agent("Bob");
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
    stack.mend();
  }

  /** Alice has been idle longer, so the caller is hers; both talk all the time. */
  private String talking(Behaviour alices, Behaviour bobs) {
    alicesPhone = alice.readyWith(alices);
    bobsPhone = bob.readyWith(bobs);
    mobile = scene.mobile();
    caller = scene.calls(Manner.of(mobile));
    int alicesPort = alicesPhone.awaitInvite().audioPort().orElseThrow();
    caller.sound().talk(caller.await("200 INVITE").audioPort().orElseThrow());
    alicesPhone.await("ACK");
    alicesPhone.sound().talk(alicesPort);
    caller.sound().awaitVoice(Instant.now());
    alice.awaitActivity("talking");
    return scene.recordOf(mobile, "answered").getString("id");
  }

  private static Behaviour answering() {
    return Behaviour.answering(Duration.ofMillis(700));
  }

  private JsonObject handOver(String call, JsonObject more) {
    return alice
        .api()
        .post(
            "/api/calls/" + call + "/hand-over",
            new JsonObject().put("summary", "box, no power since noon").mergeIn(more));
  }

  private JsonObject toBob() {
    return new JsonObject().put("agentId", bob.id());
  }

  @Test
  void theThreeTalkTheFirstOneLeavesAndTheCustomerHearsNoGap() {
    String call = talking(answering(), answering());
    Desk bobsDesk = bob.desk();
    Desk alicesDesk = alice.desk();
    Instant before = Instant.now();

    assertThat(handOver(call, toBob()).getString("rings")).isEqualTo(bob.name());

    Desk.Frame card = bobsDesk.await("pop");
    SipMessage invite = bobsPhone.awaitInvite();
    assertThat(card.at()).as("the card comes first").isBefore(invite.at());
    assertThat(card.json().getJsonObject("why").getString("sentence"))
        .isEqualTo(alice.name() + " hands over: box, no power since noon");
    assertThat(card.json().getJsonArray("others"))
        .isEqualTo(
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("name", alice.name())
                        .put("number", null)
                        .put("state", "talking")));
    bobsPhone.await("ACK");
    alicesDesk.await(
        "pop",
        pop ->
            !pop.getJsonArray("others").isEmpty()
                && "talking"
                    .equals(pop.getJsonArray("others").getJsonObject(0).getString("state")));

    bobsPhone.sound().awaitVoice(Instant.now()); // of the caller, and of Alice
    alicesPhone.sound().beSilent();
    Instant bobAlone = Instant.now().plusMillis(300);
    bobsPhone.sound().talk(invite.audioPort().orElseThrow());
    caller.sound().awaitVoice(bobAlone);
    alicesPhone.sound().awaitVoice(bobAlone);

    alice.api().post("/api/calls/" + call + "/leave", new JsonObject());
    alicesPhone.await("BYE");
    alicesDesk.await("ended");
    alice.awaitActivity("idle");
    Instant left = Instant.now();
    caller.sound().awaitVoice(left.plusMillis(500));
    bobsPhone.sound().awaitVoice(left.plusMillis(500));
    Duration gap = caller.sound().longestGap(before, Instant.now());
    System.out.println("longest silence for the caller while three talked: " + gap);
    assertThat(gap).isLessThan(GAP);
    assertThat(caller.isOver()).isFalse();

    bob.api().post("/api/calls/" + call + "/end", new JsonObject());
    caller.await("BYE");
    bobsPhone.await("BYE");
    JsonObject record = scene.recordOf(mobile, "ended");
    assertThat(record.getString("id")).as("one call, one record").isEqualTo(call);
    assertThat(Scene.steps(record)).endsWith("answered", "offered", "joined", "left", "ended");
    assertThat(record.getString("ending")).isEqualTo("talked");
    assertThat(record.getInteger("secondsBilledBeforeHuman")).isZero();
    assertThat(talks(record)).containsExactly(alice.name(), bob.name());
    Instant bobBegan = Instant.parse(talk(record, 1).getString("beganAt"));
    Instant aliceEnded = Instant.parse(talk(record, 0).getString("endedAt"));
    assertThat(aliceEnded).as("they talked together").isAfter(bobBegan);
    assertThat(talk(record, 1).getString("endedAt")).isEqualTo(record.getString("endedAt"));
  }

  @Test
  void aColleagueWhoRefusesHasInterruptedNothing() {
    String call = talking(answering(), Behaviour.refusing("603 Decline", Duration.ofMillis(300)));
    Desk alicesDesk = alice.desk();
    Instant before = Instant.now();

    handOver(call, toBob());

    JsonObject told = alicesDesk.await("not-joined").json();
    assertThat(told.getString("how")).isEqualTo("refused");
    assertThat(stack.strangeNotes()).as("whoever never came does not leave").isEmpty();
    assertThat(told.getJsonObject("who").getString("name")).isEqualTo(bob.name());
    Instant after = Instant.now();
    caller.sound().awaitVoice(after.plusMillis(300));
    alicesPhone.sound().awaitVoice(after.plusMillis(300));
    assertThat(caller.sound().longestGap(before, Instant.now())).isLessThan(GAP);
    assertThat(alicesPhone.sound().longestGap(before, Instant.now())).isLessThan(GAP);
    bob.awaitActivity("idle");
    alice.awaitActivity("talking");
  }

  @Test
  void aColleagueWhoDoesNotAnswerIsNotRungForEver() {
    scene.offersLast(2);
    String call = talking(answering(), Behaviour.ringing());
    Desk alicesDesk = alice.desk();

    handOver(call, toBob());

    bobsPhone.await("CANCEL");
    assertThat(alicesDesk.await("not-joined").json().getString("how")).isEqualTo("no-answer");
    assertThat(caller.isOver()).isFalse();
  }

  @Test
  void whoeverIsRungInVainIsLetGoWhenTheCallerHangsUp() {
    String call = talking(answering(), Behaviour.ringing());
    handOver(call, toBob());
    bobsPhone.awaitInvite();

    caller.hangUp();

    bobsPhone.await("CANCEL");
    alicesPhone.await("BYE");
    alice.awaitActivity("idle");
    bob.awaitActivity("idle");
    assertThat(Scene.steps(scene.recordOf(mobile, "ended")))
        .endsWith("answered", "offered", "offer-ended", "ended");
  }

  @Test
  void whenTheCallerLeavesEverybodyIsOut() {
    together();

    caller.hangUp();

    alicesPhone.await("BYE");
    bobsPhone.await("BYE");
    alice.awaitActivity("idle");
    bob.awaitActivity("idle");
  }

  @Test
  void theyTalkOnWithoutTheServiceAndAnybodyMayLeave() {
    String call = talking(answering().talkingFor(Duration.ofSeconds(12)), answering());
    handOver(call, toBob());
    bobsPhone.await("ACK");
    bobsPhone.sound().awaitVoice(Instant.now());

    stack.service().kill();
    bobsPhone.sound().talk(bobsPhone.awaitInvite().audioPort().orElseThrow());
    alicesPhone.await("200 BYE"); // hers, by her phone
    Instant left = Instant.now();
    caller.sound().awaitVoice(left.plusMillis(500));
    bobsPhone.sound().awaitVoice(left.plusMillis(500));

    caller.hangUp();
    bobsPhone.await("BYE");
  }

  @Test
  void whoeverIsLeftAloneIsNotKept() {
    String call =
        talking(
            answering().talkingFor(Duration.ofSeconds(5)),
            answering().talkingFor(Duration.ofSeconds(5)));
    handOver(call, toBob());
    bobsPhone.await("ACK");

    caller.await("BYE");
    assertThat(talks(scene.recordOf(mobile, "ended"))).containsExactly(alice.name(), bob.name());
  }

  @Test
  void aTeamsLongestIdleIsBroughtInAndTheCaseMovesOnlyIfThatWasSaid() {
    Agent carol = scene.agent("Carol");
    String call = talking(answering(), answering());
    carol.chooses("ready");
    long customer = scene.customer("Jeanne Martin", scene.mobile());
    long box = scene.openCase(customer, "Box", alice);
    long team =
        scene.administrator().items("/api/agents").stream()
            .map(JsonObject.class::cast)
            .filter(one -> one.getLong("id") == bob.id())
            .map(one -> one.getJsonArray("teamIds").getLong(0))
            .findFirst()
            .orElseThrow();

    assertThat(
            handOver(call, new JsonObject().put("teamId", team).put("moveCaseId", box))
                .getString("rings"))
        .isEqualTo(bob.name());
    bobsPhone.await("ACK");

    Wait.until("the case is Bob's", () -> owner(box) == bob.id());
  }

  @Test
  void aTechnicianOutsideIsBroughtInAndMayStayWithTheCustomer() {
    String call = talking(answering(), answering());
    String technician = scene.mobile();
    Desk alicesDesk = alice.desk();
    try (Provider provider = stack.provider(answering())) {
      alice
          .api()
          .post("/api/calls/" + call + "/bring-in", new JsonObject().put("number", technician));

      SipMessage invite = provider.awaitInvite();
      assertThat(invite.text()).startsWith("INVITE sip:" + technician + "@");
      assertThat(invite.header("From").orElseThrow()).contains(scene.number());
      alicesDesk.await("pop", pop -> pop.encode().contains(technician));
      provider.await("ACK");
      provider.sound().awaitVoice(Instant.now());
      alice.api().post("/api/calls/" + call + "/leave", new JsonObject());
      alicesPhone.await("BYE");
      alice.awaitActivity("idle");
      provider.sound().awaitVoice(Instant.now().plusMillis(500));
      assertThat(caller.isOver()).isFalse();

      caller.hangUp();
      provider.await("BYE");
    }
    JsonObject record = scene.recordOf(mobile, "ended");
    assertThat(Scene.steps(record)).containsSubsequence("answered", "outside", "outside", "left");
    assertThat(talks(record)).containsExactly(alice.name());
    assertThat(stack.strangeNotes()).as("whoever is not ours leaves without a note").isEmpty();
  }

  @Test
  void nobodyOutsideIsRungWhoMayNotBeCalled() {
    String call = talking(answering(), answering());
    for (String wrong : List.of("08 99 70 01 23", "+33", "112", scene.number())) {
      HttpResponse<String> answer =
          alice
              .api()
              .send(
                  "POST",
                  "/api/calls/" + call + "/bring-in",
                  new JsonObject().put("number", wrong));
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
      assertThat(new JsonObject(answer.body()).getString("field")).isEqualTo("number");
    }
    assertThat(caller.isOver()).isFalse();
  }

  @Test
  void anAgentEndsACallOfTwo() {
    String call = talking(answering(), answering());

    alice.api().post("/api/calls/" + call + "/end", new JsonObject());

    caller.await("BYE");
    alicesPhone.await("BYE");
    assertThat(Scene.steps(scene.recordOf(mobile, "ended"))).endsWith("answered", "ended");
  }

  private String together() {
    String call = talking(answering(), answering());
    handOver(call, toBob());
    bobsPhone.await("ACK");
    bobsPhone.sound().awaitVoice(Instant.now());
    return call;
  }

  private long owner(long caseId) {
    return scene.administrator().get("/api/cases/" + caseId).getJsonObject("owner").getLong("id");
  }

  private static List<String> talks(JsonObject record) {
    return record.getJsonArray("talks").stream()
        .map(talk -> ((JsonObject) talk).getJsonObject("agent").getString("name"))
        .toList();
  }

  private static JsonObject talk(JsonObject record, int nth) {
    return record.getJsonArray("talks").getJsonObject(nth);
  }
}
