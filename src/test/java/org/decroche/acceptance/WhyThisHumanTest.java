package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.decroche.recording.Replay;
import org.decroche.store.Database;
import org.decroche.store.Opening;
import org.decroche.store.RecordedRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Why a call went as it went, who would pick up, and a day played back, on real parts. */
@ExtendWith(Stack.Shared.class)
class WhyThisHumanTest {
  private final Stack stack;
  private Scene scene;

  WhyThisHumanTest(Stack stack) {
    this.stack = stack;
  }

  @BeforeEach
  void scene() {
    scene = stack.scene();
  }

  @AfterEach
  void leave() {
    scene.close();
  }

  @Test
  void aCallThatOneRefusedAndAnotherTookTellsWhyAndIsPlayedBackToTheSame() {
    Agent alice = scene.agent("Alice");
    Agent bob = scene.agent("Bob");
    String mobile = scene.mobile();
    scene.openCase(scene.customer("Jeanne Martin", mobile), "Box without power", alice);
    SipPhone owner = alice.readyWith(Behaviour.refusing("486 Busy Here", Duration.ofMillis(300)));
    bob.readyWith(Behaviour.answering(Duration.ZERO));

    Caller caller = scene.calls(Manner.of(mobile).talkingFor(Duration.ofSeconds(2)));
    owner.awaitInvite();
    caller.await("200 INVITE");
    String call = scene.recordOf(mobile, "answered").getString("id");

    JsonObject why = scene.administrator().get("/api/calls/" + call + "/why");
    assertThat(why.getString("line"))
        .contains(bob.name(), "because", "had been free the longest in Team");
    JsonObject first = why.getJsonArray("decisions").getJsonObject(0);
    assertThat(first.getString("rule")).isEqualTo("owner-of-open-case");
    assertThat(first.getString("end")).isIn("refused", "busy");
    JsonObject second = why.getJsonArray("decisions").getJsonObject(1);
    assertThat(second.getJsonArray("considered").stream().map(JsonObject.class::cast))
        .anySatisfy(
            one -> {
              assertThat(one.getString("name")).isEqualTo(alice.name());
              assertThat(one.getString("because")).isEqualTo("let-pass");
              assertThat(one.getString("rule")).isEqualTo("owner-of-open-case");
            });

    caller.await("BYE");
    isPlayedBackToTheSameDecisions();
  }

  @Test
  void whoWouldPickUpIsWhoDoesAndIsKnownOfAPastMomentToo() {
    Agent alice = scene.agent("Alice");
    Agent bob = scene.agent("Bob");
    String mobile = scene.mobile();
    scene.openCase(scene.customer("Nadia Petit", mobile), "Tree on the line", bob);
    alice.readyWith(Behaviour.answering(Duration.ZERO));
    SipPhone owner = bob.readyWith(Behaviour.answering(Duration.ZERO));
    Instant bothReady = Instant.now();

    JsonObject now = wouldAnswer(mobile, "");
    assertThat(now.getString("basis")).isEqualTo("now");
    assertThat(ringsAt(now)).isEqualTo(bob.id());
    bob.chooses("off");
    Wait.until("Bob is off", () -> ringsAt(wouldAnswer(mobile, "")) == alice.id());
    scene.passes(Duration.ofSeconds(6)); // what is asked for is past

    Wait.until("the past is kept", () -> knows(mobile, "&at=" + bothReady));
    JsonObject then = wouldAnswer(mobile, "&at=" + bothReady);
    assertThat(then.getString("basis")).isEqualTo("recorded");
    assertThat(
            then.getJsonArray("moments").getJsonObject(0).getJsonObject("agent").getString("name"))
        .isEqualTo(bob.name());
    JsonObject future = wouldAnswer(mobile, "&at=2099-01-01T10:00:00Z");
    assertThat(future.getString("basis")).isEqualTo("future");
    assertThat(future.getJsonArray("assumed")).contains("people-and-phones-as-now");

    Caller caller = scene.calls(Manner.of(mobile));
    caller.await("200 INVITE");
    assertThat(owner.invites()).isEmpty();
    caller.hangUp();
  }

  /** From the start of the service, whatever other tests have made of it until now. */
  private void isPlayedBackToTheSameDecisions() {
    Instant now = Instant.now();
    try (Database database =
        ((Opening.Ready) Database.open(stack.database().access())).database()) {
      RecordedRuns runs = new RecordedRuns(database);
      Wait.until("it is kept until now", Duration.ofSeconds(60), () -> runs.upTo(now).isPresent());
      Replay replay = runs.upTo(now).orElseThrow();
      assertThat(replay.decisions()).isPositive();
      assertThat(replay.differences()).isEmpty();
    }
  }

  private boolean knows(String number, String more) {
    return scene.administrator().send("GET", path(number, more), null).statusCode() == 200;
  }

  private JsonObject wouldAnswer(String number, String more) {
    return scene.administrator().get(path(number, more));
  }

  private String path(String number, String more) {
    return "/api/who-would-answer?frontDoor="
        + scene.door()
        + "&number="
        + URLEncoder.encode(number, StandardCharsets.UTF_8)
        + more;
  }

  private static long ringsAt(JsonObject outlook) {
    JsonObject agent = outlook.getJsonArray("moments").getJsonObject(0).getJsonObject("agent");
    return agent == null ? 0 : agent.getLong("id");
  }
}
