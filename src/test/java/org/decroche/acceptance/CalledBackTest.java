package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Api;
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

/** Nobody who called is forgotten: who was not answered is owed a call back until talked with. */
@ExtendWith(Stack.Shared.class)
class CalledBackTest {
  private final Stack stack;
  private final Scene scene;

  CalledBackTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everythingIsMendedAndEverybodyLeaves() {
    stack.mend();
    scene.close();
  }

  @Test
  void whoGivesUpIsOwedByTheRightPersonAndSettledByATalkWhoeverTalks() {
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    String mobile = scene.mobile();
    scene.openCase(scene.customer("Jeanne Martin", mobile), "Box", alice);
    SipPhone phone = karim.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();

    givesUp(mobile, phone, 1);
    desk.await("debts");
    JsonObject debt = debt(alice.api(), mobile, any -> true);
    assertThat(debt.getInteger("calls")).isEqualTo(1);
    assertThat(debt.getJsonObject("owner").getLong("id")).isEqualTo(alice.id());
    assertThat(debts(karim.api(), mobile)).isEmpty();

    givesUp(mobile, phone, 2);
    JsonObject again = debt(alice.api(), mobile, one -> one.getInteger("calls") == 2);
    assertThat(again.getLong("id")).isEqualTo(debt.getLong("id"));
    assertThat(again.getString("dueAt")).isEqualTo(debt.getString("dueAt"));

    phone.behave(Behaviour.answering(Duration.ZERO));
    Caller talks = scene.calls(Manner.of(mobile));
    talks.await("200 INVITE");
    Wait.until("nothing is owed any more", () -> debts(alice.api(), mobile).isEmpty());
    JsonObject settled = alice.api().get("/api/debts/" + debt.getLong("id"));
    assertThat(settled.getString("state")).isEqualTo("settled");
    assertThat(settled.getJsonObject("endedBy").getLong("id")).isEqualTo(karim.id());
  }

  @Test
  void whoGivesUpWhileTheServiceIsDeadIsOwedAfterItsStart() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    String mobile = scene.mobile();

    stack.service().kill();
    Caller caller = scene.calls(Manner.of(mobile));
    phone.await("180 INVITE");
    caller.hangUp();
    Wait.until("the caller is gone", caller::isOver);
    stack.mend();

    JsonObject debt = debt(scene.administrator(), mobile, any -> true);
    assertThat(debt.getJsonObject("owner").getLong("id")).isEqualTo(alice.id());
    assertThat(debt.getInteger("calls")).isEqualTo(1);
  }

  @Test
  void aStrangersNextCallGoesToWhoOwesThemACallBack() {
    scene.routing(new JsonObject().put("patienceSeconds", 30));
    Agent alice = scene.agent("Alice");
    Agent karim = scene.agent("Karim");
    String mobile = scene.mobile();
    SipPhone first = alice.readyWith(Behaviour.ringing());
    givesUp(mobile, first, 1);
    assertThat(debt(alice.api(), mobile, any -> true).getJsonObject("owner").getLong("id"))
        .isEqualTo(alice.id());
    SipPhone second = karim.readyWith(Behaviour.ringing());
    Desk desk = alice.desk();
    // Longest idle would be Karim now: whoever chooses anew comes last.
    alice.chooses("away");
    alice.chooses("ready");
    alice.awaitActivity("idle");

    Caller caller = scene.calls(Manner.of(mobile));
    first.awaitInvite(2, Duration.ofSeconds(5));

    assertThat(second.invites()).isEmpty();
    desk.await("pop", pop -> pop.getJsonObject("why").getString("rule").startsWith("owe"));
    caller.hangUp();
  }

  @Test
  void aWithheldCallerIsOnlyCounted() {
    SipPhone phone = scene.agent("Alice").readyWith(Behaviour.ringing());
    int before = withheld();
    int owed = scene.administrator().items("/api/debts?which=all").size();

    Caller caller = scene.calls(Manner.of("anonymous").privacy("id"));
    phone.await("180 INVITE");
    caller.hangUp();

    Wait.until("one more on the board", () -> withheld() == before + 1);
    assertThat(scene.administrator().items("/api/debts?which=all")).hasSize(owed);
  }

  private int withheld() {
    return scene.administrator().get("/api/board").getInteger("withheldToday");
  }

  private void givesUp(String mobile, SipPhone phone, int times) {
    Caller caller = scene.calls(Manner.of(mobile));
    phone.awaitInvite(times, Duration.ofSeconds(15));
    caller.await("180 INVITE");
    caller.hangUp();
    Wait.until("the caller is gone", caller::isOver);
  }

  private static JsonObject debt(Api who, String mobile, Predicate<JsonObject> fits) {
    return Wait.forOne(
        "a debt",
        Duration.ofSeconds(30),
        () -> all(who, mobile).stream().filter(fits).findFirst(),
        () -> who.items("/api/debts?which=all").toString());
  }

  private static List<JsonObject> all(Api who, String mobile) {
    return of(who, mobile, "/api/debts?which=all");
  }

  private static List<JsonObject> debts(Api who, String mobile) {
    return of(who, mobile, "/api/debts");
  }

  private static List<JsonObject> of(Api who, String mobile, String path) {
    return who.items(path).stream()
        .map(JsonObject.class::cast)
        .filter(debt -> mobile.equals(debt.getJsonObject("number").getString("e164")))
        .toList();
  }
}
