package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** 4. On screen before the ring, and only on the right screen. */
@ExtendWith(Stack.Shared.class)
class OnScreenBeforeTheRingTest {
  private static final int CALLS = 10;
  private final Scene scene;

  OnScreenBeforeTheRingTest(Stack stack) {
    scene = stack.scene();
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theCardIsOnTheDeskBeforeThePhoneIsCalled() {
    Agent alice = scene.agent("Alice");
    String mobile = scene.mobile();
    scene.openCase(scene.customer("Jeanne Martin", mobile), "Box without power supply", alice);
    SipPhone phone = alice.readyWith(Behaviour.refusing("486 Busy Here", Duration.ofMillis(100)));
    Desk desk = alice.desk();

    List<Duration> ahead = new ArrayList<>();
    for (int i = 1; i <= CALLS; i++) {
      int before = desk.frames("pop").size();
      try (Caller caller = scene.calls(Manner.of(mobile))) {
        SipMessage invite = phone.awaitInvite(i, Duration.ofSeconds(10));
        desk.await("pop", pop -> desk.frames("pop").size() > before);
        ahead.add(Duration.between(desk.frames("pop").get(before).at(), invite.at()));
        caller.hangUp();
      }
      alice.awaitActivity("idle");
    }

    assertThat(ahead).allMatch(by -> by.compareTo(Duration.ofMillis(-100)) > 0);
    // The phone waits for the desk, but not for longer than 50 ms: one slow moment of the machine
    // is forgiven.
    assertThat(ahead.stream().filter(Duration::isPositive))
        .as("cards before the INVITE: %s", ahead)
        .hasSizeGreaterThanOrEqualTo(CALLS - 1);
  }

  @Test
  void itSaysWhoWithWhatAndWhyYou() {
    Agent alice = scene.agent("Alice");
    String mobile = scene.mobile();
    long jeanne = scene.customer("Jeanne Martin", mobile);
    long matter = scene.openCase(jeanne, "Box without power supply", alice);
    alice
        .api()
        .post(
            "/api/cases/" + matter + "/notes",
            new JsonObject().put("text", "The supply left on Monday"));
    alice.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    scene.calls(Manner.of(mobile));

    JsonObject pop = desk.await("pop").json();
    JsonObject customer = pop.getJsonArray("customers").getJsonObject(0);
    JsonObject open = customer.getJsonArray("cases").getJsonObject(0);
    assertThat(pop.getString("state")).isEqualTo("ringing");
    assertThat(pop.getString("lookUp")).isEqualTo("found");
    assertThat(customer.getString("name")).isEqualTo("Jeanne Martin");
    assertThat(open.getString("title")).isEqualTo("Box without power supply");
    // The rest is for whoever has made sure that it is she.
    assertThat(open.getJsonArray("notes")).isEmpty();
    assertThat(pop.getLong("customerId")).isEqualTo(jeanne);
    assertThat(pop.getJsonObject("why").getString("sentence")).isNotBlank();
  }

  @Test
  void itSaysTheRestOnceSomebodyMadeSureWhoItIs() {
    Agent alice = scene.agent("Alice");
    String mobile = scene.mobile();
    long jeanne = scene.customer("Jeanne Martin", mobile);
    long matter = scene.openCase(jeanne, "Box without power supply", alice);
    alice
        .api()
        .post(
            "/api/cases/" + matter + "/notes",
            new JsonObject().put("text", "The supply left on Monday"));
    alice.readyWith(Behaviour.answering(Duration.ZERO));
    Desk desk = alice.desk();
    Caller caller = scene.calls(Manner.of(mobile));
    JsonObject talking = desk.await("pop", pop -> pop.getString("state").equals("talking")).json();
    assertThat(talking.getJsonArray("identified")).isEmpty();

    alice
        .api()
        .post(
            "/api/calls/" + talking.getString("call") + "/identified",
            new JsonObject().put("customerId", jeanne));

    JsonObject whole =
        desk.await("pop", pop -> pop.getJsonArray("identified").contains((int) jeanne)).json();
    assertThat(whole.getJsonArray("customers").encode()).contains("The supply left on Monday");
    caller.hangUp();
    desk.await("ended");
  }

  @Test
  void itIsWithdrawnWhenTheOfferEndsAndTurnsIntoATalkWhenItIsTaken() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    Caller first = scene.calls(Manner.of(scene.mobile()));
    String offer = desk.await("pop").json().getString("offer");
    phone.awaitInvite();
    first.hangUp();
    JsonObject gone = desk.await("withdrawn").json();
    assertThat(gone.getString("offer")).isEqualTo(offer);
    assertThat(gone.getString("how")).isEqualTo("caller-hung-up");

    phone.behave(Behaviour.answering(Duration.ZERO));
    Caller second = scene.calls(Manner.of(scene.mobile()));
    JsonObject talking = desk.await("pop", pop -> pop.getString("state").equals("talking")).json();
    assertThat(talking.getString("offer")).isNotEqualTo(offer);
    second.hangUp();
    assertThat(desk.await("ended").json().getString("call")).isEqualTo(talking.getString("call"));
  }

  @Test
  void itComesBackAfterAReloadAndTwoPagesShowTheSameOne() {
    Agent alice = scene.agent("Alice");
    alice.readyWith(Behaviour.ringing());
    Desk one = alice.desk();
    Desk two = alice.desk();

    scene.calls(Manner.of(scene.mobile()));

    String offer = one.await("pop").json().getString("offer");
    assertThat(two.await("pop").json().getString("offer")).isEqualTo(offer);
    JsonObject hello = alice.desk().await("hello").json();
    assertThat(hello.getJsonObject("pop").getString("offer")).isEqualTo(offer);
    assertThat(hello.getString("activity")).isEqualTo("ringing");
  }

  @Test
  void nobodyElseSeesIt() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    karim.readyWith(Behaviour.ringing());
    Desk others = karim.desk();
    Desk desk = alice.desk();

    Caller caller = scene.calls(Manner.of(scene.mobile()));
    phone.awaitInvite();
    caller.hangUp();
    desk.await("withdrawn");

    assertThat(others.frames("pop")).isEmpty();
    assertThat(others.frames("withdrawn")).isEmpty();
  }
}
