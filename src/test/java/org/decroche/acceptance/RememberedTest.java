package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 9. Remembered: every step of a call, with its reason and its time. */
@ExtendWith(Stack.Shared.class)
class RememberedTest {
  private static final Duration A_MOMENT = Duration.ofMillis(400);
  private final Stack stack;
  private final Scene scene;

  RememberedTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everythingIsMendedAndEverybodyLeaves() {
    stack.mend();
    scene.close();
  }

  @Test
  void theWholeStoryIsWrittenDown() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    String mobile = scene.mobile();
    long jeanne = scene.customer("Jeanne Martin", mobile);
    scene.openCase(jeanne, "Box without power supply", alice);
    alice.readyWith(Behaviour.refusing("603 Decline", Duration.ofMillis(100)));
    karim.readyWith(Behaviour.answering(Duration.ofMillis(300)));

    Caller caller = scene.calls(Manner.of(mobile).talkingFor(Duration.ofSeconds(1)));
    caller.await("200 INVITE");
    JsonObject call = scene.record("ended");

    assertThat(Scene.steps(call))
        .containsExactly(
            "arrived",
            "identified",
            "offered",
            "ringing",
            "offer-ended",
            "offered",
            "ringing",
            "answered",
            "ended");
    assertThat(call.getJsonObject("number").getString("e164")).isEqualTo(mobile);
    assertThat(call.getJsonObject("customer").getLong("id")).isEqualTo(jeanne);
    assertThat(call.getJsonObject("answeredBy").getLong("id")).isEqualTo(karim.id());
    assertThat(call.getString("ending")).isEqualTo("talked");
    assertThat(call.getInteger("secondsBilledBeforeHuman")).isZero();
    assertThat(step(call, "offered").getJsonObject("agent").getLong("id")).isEqualTo(alice.id());
    assertThat(step(call, "offered").getString("reason")).contains("Box without power supply");
    assertThat(step(call, "offer-ended").getJsonObject("detail").getString("how"))
        .isEqualTo("refused");
    List<Instant> times =
        call.getJsonArray("steps").stream()
            .map(step -> Instant.parse(((JsonObject) step).getString("at")))
            .toList();
    assertThat(times).isSorted();
    assertThat(Duration.between(caller.rangAt(), times.getFirst()).abs())
        .isLessThan(Duration.ofMillis(200));
  }

  @Test
  void aCallerWhoGaveUpIsRememberedToo() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.ringing());
    Caller caller = scene.calls(Manner.of(scene.mobile()));
    phone.await("180 INVITE");
    caller.hangUp();

    JsonObject call = scene.record("ended");

    assertThat(call.getString("ending")).isEqualTo("gave-up");
    assertThat(call.getValue("answeredAt")).isNull();
    assertThat(step(call, "offer-ended").getJsonObject("detail").getString("how"))
        .isEqualTo("caller-hung-up");
  }

  @Test
  void whatHappensWhileTheDatabaseIsAwayIsWrittenAfterwards() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.answering(Duration.ZERO));

    stack.database().kill();
    Caller caller = scene.calls(Manner.of(scene.mobile()).talkingFor(Duration.ofMillis(500)));
    phone.awaitInvite();
    caller.await("200 INVITE");
    caller.await("BYE");
    stack.mend();

    JsonObject call = scene.record("ended");
    assertThat(Scene.steps(call)).contains("arrived", "look-up-late", "answered", "ended");
  }

  @Test
  void whatTheDialplanDidAloneIsWrittenAfterwards() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ofMillis(200)));
    String helped = scene.mobile();
    String unheard = scene.mobile();

    stack.service().kill();
    Caller talked = scene.calls(Manner.of(helped).talkingFor(Duration.ofMillis(500)));
    Instant answeredAt = talked.await("200 INVITE").at();
    talked.await("BYE");
    phone.behave(Behaviour.ringing());
    Caller gaveUp = scene.calls(Manner.of(unheard));
    gaveUp.await("180 INVITE");
    gaveUp.hangUp();
    Wait.until("the caller is gone", gaveUp::isOver);
    stack.mend();

    JsonObject first = scene.recordOf(helped, "ended");
    assertThat(Scene.steps(first)).containsExactly("arrived", "fallback", "answered", "ended");
    assertThat(first.getString("ending")).isEqualTo("talked");
    assertThat(first.getJsonObject("answeredBy").getLong("id")).isEqualTo(alice.id());
    assertThat(first.getInteger("secondsBilledBeforeHuman")).isZero();
    assertThat(between(talked.rangAt(), first, "arrivedAt")).isLessThan(A_MOMENT);
    assertThat(between(answeredAt, first, "answeredAt")).isLessThan(A_MOMENT);
    assertThat(Instant.parse(first.getString("endedAt"))).isAfter(answeredAt);

    JsonObject second = scene.recordOf(unheard, "ended");
    assertThat(Scene.steps(second)).containsExactly("arrived", "fallback", "ended");
    assertThat(second.getString("ending")).isEqualTo("gave-up");
    assertThat(second.getValue("answeredBy")).isNull();
    assertThat(between(gaveUp.rangAt(), second, "arrivedAt")).isLessThan(A_MOMENT);
  }

  @Test
  void aCallThatRangWhenTheServiceDiedIsToldToItsEnd() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ofSeconds(2)));
    String mobile = scene.mobile();
    Caller caller = scene.calls(Manner.of(mobile).talkingFor(Duration.ofMillis(500)));
    phone.await("180 INVITE");

    stack.service().kill();
    Instant answeredAt = caller.await("200 INVITE").at();
    caller.await("BYE");
    Wait.until("the caller is gone", caller::isOver);
    stack.mend();

    JsonObject call = scene.recordOf(mobile, "ended");
    assertThat(call.getString("ending")).isEqualTo("talked");
    assertThat(call.getJsonObject("answeredBy").getLong("id")).isEqualTo(alice.id());
    assertThat(between(answeredAt, call, "answeredAt")).isLessThan(A_MOMENT);
    assertThat(Scene.steps(call)).contains("arrived", "answered", "ended").doesNotHaveDuplicates();
  }

  @Test
  void whoGivesUpWhileAFrozenServiceIsAskedIsRemembered() {
    scene.agent("Alice").readyWith(Behaviour.ringing());
    String mobile = scene.mobile();

    stack.service().freeze();
    Caller caller = scene.calls(Manner.of(mobile));
    caller.await("180 INVITE");
    caller.hangUp();
    Wait.until("the caller is gone", caller::isOver);
    Instant gone = Instant.now();
    stack.service().kill(); // what it had taken in dies with it
    stack.mend();

    JsonObject call = scene.recordOf(mobile, "ended");
    assertThat(call.getString("ending")).isEqualTo("gave-up");
    assertThat(between(caller.rangAt(), call, "arrivedAt")).isLessThan(A_MOMENT);
    assertThat(between(gone, call, "endedAt")).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void whoIsPickedUpWhileTheServiceIsFrozenIsToldByTheTrueTime() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ofSeconds(1)));
    String mobile = scene.mobile();
    Caller caller = scene.calls(Manner.of(mobile).talkingFor(Duration.ofSeconds(2)));
    phone.await("180 INVITE");

    stack.service().freeze();
    Instant answeredAt = caller.await("200 INVITE").at();
    caller.await("BYE");
    Wait.until("the caller is gone", caller::isOver);
    stack.service().kill();
    stack.mend();

    JsonObject call = scene.recordOf(mobile, "ended");
    assertThat(call.getString("ending")).isEqualTo("talked");
    assertThat(call.getJsonObject("answeredBy").getLong("id")).isEqualTo(alice.id());
    assertThat(between(answeredAt, call, "answeredAt")).isLessThan(A_MOMENT);
  }

  private static Duration between(Instant seen, JsonObject call, String what) {
    return Duration.between(seen, Instant.parse(call.getString(what))).abs();
  }

  private static JsonObject step(JsonObject call, String kind) {
    return call.getJsonArray("steps").stream()
        .map(JsonObject.class::cast)
        .filter(step -> step.getString("kind").equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
