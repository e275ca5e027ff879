package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Desk;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.store.TestDatabase;
import org.decroche.store.WellKnownPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * After a real life with us, calls and all, somebody is forgotten: no table, file or log of ours
 * knows them.
 */
@ExtendWith(Stack.Shared.class)
class ForgottenTest {
  // Rare enough to stand in no password hash by chance: three letters did.
  private static final String NAME = "Jeanne Zqxwvniew";

  private final Stack stack;
  private final Scene scene;

  ForgottenTest(Stack stack) {
    this.stack = stack;
    this.scene = stack.scene();
  }

  @AfterEach
  void everythingIsMendedAndEverybodyLeaves() {
    stack.mend();
    scene.close();
  }

  @Test
  void noTableNoFileAndNoLogOfOursKnowsThemAnyMore() {
    Agent alice = scene.agent("Alice");
    String mobile = scene.mobile();
    long jeanne = scene.customer(NAME, mobile);
    long box = scene.openCase(jeanne, "zqxwv box", alice);
    alice.readyWith(Behaviour.answering(Duration.ofMillis(100)));
    Desk desk = alice.desk();
    Caller talks = scene.calls(Manner.of(mobile));
    JsonObject card = desk.await("pop", pop -> pop.getString("state").equals("talking")).json();
    alice
        .api()
        .post(
            "/api/calls/" + card.getString("call") + "/identified",
            new JsonObject().put("customerId", jeanne));
    alice.api().post("/api/cases/" + box + "/notes", new JsonObject().put("text", "zqxwv said so"));
    alice.api().put("/api/drafts/case-" + box, new JsonObject().put("text", "zqxwv half a note"));
    talks.hangUp();
    desk.await("ended");
    // And once while the service is dead: the dialplan notes that in a file.
    stack.service().kill();
    Caller alone = scene.calls(Manner.of(mobile).talkingFor(Duration.ofMillis(300)));
    alone.await("200 INVITE");
    alone.await("BYE");
    stack.mend();
    scene.recordOf(mobile, "ended");
    String digits = mobile.substring(mobile.length() - 8);
    String any = "zqxwv|" + String.join("[^[:alnum:]]{0,2}", digits.split(""));
    Function<String, List<String>> sql =
        statement -> TestDatabase.sql(stack.database().access(), statement);
    assertThat(WellKnownPerson.places(sql, any))
        .contains("customers.name", "calls.number", "timeline.text", "drafts.text");

    JsonObject report =
        scene
            .administrator()
            .post("/api/customers/" + jeanne + "/forget", new JsonObject().put("name", NAME));

    assertThat(report.getJsonObject("removed").getInteger("calls")).isEqualTo(2);
    assertThat(report.getJsonArray("mentioned")).isEmpty();
    assertThat(WellKnownPerson.places(sql, any)).isEqualTo(Set.of());
    assertThat(
            stack.filesWith(
                Pattern.compile("(?i)zqxwv|" + String.join("\\W{0,2}", digits.split("")))))
        .isEmpty();
  }
}
