package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
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

/** 2. Recognised: whatever the field sends as the caller's number. */
@ExtendWith(Stack.Shared.class)
class RecognisedTest {
  private final Stack stack;
  private final Scene scene;

  RecognisedTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void aNumberInAnyShapeIsTheSamePerson() {
    String mobile = scene.mobile();
    long jeanne = scene.customer("Jeanne Martin", mobile);
    Ringing ringing = new Ringing();
    String digits = mobile.substring(1);
    String national = "0" + mobile.substring(3);
    List<String> shapes =
        List.of(
            "<sip:" + national + "@trunk.example>",
            "<sip:" + mobile + "@trunk.example>",
            "<sip:00" + digits + "@trunk.example>",
            "<sip:" + digits + "@trunk.example>",
            "<sip:" + national.replaceAll("(..)(?=.)", "$1%20") + "@trunk.example>",
            "<sip:" + national.replaceAll("(..)(?=.)", "$1.") + "@trunk.example>",
            "<sip:" + national.replaceAll("(..)(?=.)", "$1%2F") + "@trunk.example>",
            "\"Jeanne MARTIN\" <sip:" + mobile + "@trunk.example;user=phone>");

    SoftAssertions all = new SoftAssertions();
    for (String shape : shapes) {
      JsonObject pop = ringing.popFor(Manner.of(national).from(shape));
      all.assertThat(pop.getJsonObject("number").getString("e164")).as(shape).isEqualTo(mobile);
      all.assertThat(people(pop)).as(shape).containsExactly(jeanne);
    }
    all.assertAll();
  }

  @Test
  void whoHidesTheirNumberOrHasNoneIsNobodyAndStillRings() {
    Ringing ringing = new Ringing();
    Map<String, Manner> callers = new LinkedHashMap<>();
    callers.put(
        "withheld",
        Manner.of("x").from("\"Anonymous\" <sip:anonymous@anonymous.invalid>").privacy("id"));
    callers.put("extension", Manner.of("4012"));

    SoftAssertions all = new SoftAssertions();
    callers.forEach(
        (kind, manner) -> {
          JsonObject pop = ringing.popFor(manner);
          all.assertThat(pop.getJsonObject("number").getString("kind")).isEqualTo(kind);
          all.assertThat(pop.getJsonObject("number").getString("e164")).isNull();
          all.assertThat(people(pop)).isEmpty();
        });
    JsonObject empty = ringing.popFor(Manner.of("x").from("<sip:trunk.example>"));
    all.assertThat(empty.getJsonObject("number").getString("kind")).isNotEqualTo("number");
    all.assertAll();
  }

  @Test
  void hostileCallersArePlainText() {
    Ringing ringing = new Ringing();
    List<String> hostile =
        List.of(
            "<sip:0639980001%0D%0AAction:%20Hangup@trunk.example>",
            "<sip:%3Cimg%20src=x%20onerror=alert(1)%3E@trunk.example>",
            "\"<img src=x onerror=alert(1)>\" <sip:x@trunk.example>",
            "<sip:300%26PJSIP%2Fx@trunk.example>",
            "<sip:%E2%80%AE12345@trunk.example>",
            "<sip:$%7BSHELL(id)%7D@trunk.example>",
            "<sip:a%2Cb%2Cc@trunk.example>",
            "<sip:%00%01@trunk.example>",
            "\"; drop table calls; --\" <sip:'%20or%201=1@trunk.example>",
            "<sip:" + "9".repeat(1500) + "@trunk.example>");

    SoftAssertions all = new SoftAssertions();
    for (String from : hostile) {
      JsonObject pop = ringing.popFor(Manner.of("x").from(from));
      String shown = pop.getJsonObject("number").encode();
      all.assertThat(shown).as(from).doesNotContain("<", ">", "Action", "PJSIP", "SHELL", "drop");
      all.assertThat(shown.length()).as(from).isLessThan(200);
      all.assertThat(people(pop)).as(from).isEmpty();
    }
    all.assertAll();
  }

  @Test
  void aMessageTooLongForAnyPhoneHarmsNobodyElse() {
    Ringing ringing = new Ringing();
    scene.calls(Manner.of("x").from("<sip:" + "9".repeat(10_000) + "@trunk.example>")).close();

    assertThat(ringing.popFor(Manner.of("0639980002"))).isNotNull();
  }

  @Test
  void aNumberWithSeveralPeopleShowsThemAllUntilOneIsChosen() {
    String shared = scene.mobile();
    long paul = scene.customer("Paul Lefèvre", shared);
    long odile = scene.customer("Odile Lefèvre", shared);
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    scene.calls(Manner.of(shared));
    JsonObject pop = desk.await("pop").json();
    assertThat(people(pop)).containsExactlyInAnyOrder(paul, odile);
    assertThat(pop.getValue("customerId")).isNull();

    alice
        .api()
        .put(
            "/api/calls/" + pop.getString("call") + "/customer",
            new JsonObject().put("customerId", odile));

    JsonObject chosen =
        desk.await("pop", again -> Long.valueOf(odile).equals(again.getLong("customerId"))).json();
    assertThat(chosen.getString("offer")).isEqualTo(pop.getString("offer"));
  }

  @Test
  void aLookUpThatTakesTooLongDoesNotKeepThePhoneFromRinging() {
    String mobile = scene.mobile();
    scene.customer("Jeanne Martin", mobile);
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    stack.database().freeze();
    try {
      Caller caller = scene.calls(Manner.of(mobile));

      assertThat(desk.await("pop").json().getString("lookUp")).isEqualTo("late");
      assertThat(Duration.between(caller.rangAt(), phone.awaitInvite().at()))
          .isBetween(Duration.ofMillis(200), Duration.ofMillis(1500));
    } finally {
      stack.database().thaw();
    }
  }

  private static List<Long> people(JsonObject pop) {
    JsonArray customers = pop.getJsonArray("customers");
    return customers.stream().map(one -> ((JsonObject) one).getLong("id")).toList();
  }

  /** An agent whose phone rings for one caller after the other, nobody picking up. */
  private final class Ringing {
    private final Agent alice = scene.agent("Alice");
    private final Desk desk;

    Ringing() {
      alice.readyWith(Behaviour.ringing());
      desk = alice.desk();
    }

    JsonObject popFor(Manner manner) {
      int before = desk.frames("pop").size();
      try (Caller caller = scene.calls(manner)) {
        caller.await("180 INVITE");
        desk.await("pop", pop -> desk.frames("pop").size() > before);
        JsonObject pop = desk.frames("pop").get(before).json();
        caller.hangUp();
        desk.await("withdrawn", gone -> gone.getString("offer").equals(pop.getString("offer")));
        alice.awaitActivity("idle");
        return pop;
      }
    }
  }
}
