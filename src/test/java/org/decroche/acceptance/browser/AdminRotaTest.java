package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is on call when, set on the page by keyboard, told before it is saved, and rung then. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminRotaTest {
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

  @Test
  void theRotaIsSetByKeyboardAndWhoseTurnItIsIsRung(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "doors");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      Agent alice = scene.agent("Alice");
      Agent bruno = scene.agent("Bruno");
      closed(scene);
      String place = "/admin#doors/" + scene.door();
      admin.page().navigate(place);
      assertThat(now(admin)).containsText("Now: nobody.");

      addWeekly(admin, bruno);
      assertThat(now(admin)).containsText("Now: " + bruno.name() + ".");
      addDates(admin, alice);
      assertThat(now(admin)).containsText("Now: " + bruno.name() + ".");
      assertThat(admin.page().locator(".foresee .answer"))
          .containsText("the phone of " + bruno.name() + " is not connected");
      admin.button("Turn 2 up").press("Enter"); // the exception above what it excepts
      assertThat(admin.button("Turn 1 down")).isFocused();
      assertThat(now(admin)).containsText("Now: " + alice.name() + ", until");
      assertThat(now(admin)).containsText("Then " + bruno.name() + ".");
      assertThat(admin.page().locator(".foresee .answer"))
          .containsText("the phone of " + alice.name() + " is not connected");
      assertThat(rota(scene)).as("nothing is saved yet").isEmpty();

      in(admin, 2, "From").fill("noon");
      assertThat(now(admin)).containsText("once every turn is complete");
      admin.button("Apply").last().press("Enter");
      assertThat(turn(admin, 2)).containsText("a time, as in 18:00");
      assertThat(in(admin, 2, "From")).hasAttribute("aria-invalid", "true");
      assertThat(rota(scene)).isEmpty();
      in(admin, 2, "From").fill("0");
      in(admin, 2, "From").press("Tab");
      assertThat(in(admin, 2, "From")).hasValue("00:00");
      admin.button("Apply").last().press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      assertThat(admin.main()).containsText("The phone of whoever’s turn it is is not connected");
      assertThat(rota(scene)).isEqualTo(new JsonArray().add(dates(alice)).add(always(bruno)));

      french.page().navigate(place);
      assertThat(now(french)).containsText("En ce moment : " + alice.name() + ", jusqu’à");
      turn(french, 2).scrollIntoViewIfNeeded();
      french.whole("admin-rota-whole");
      LookTest.look(List.of(french.window(), admin.window()), "admin-rota");
      isRung(scene, alice, bruno);
    }
  }

  @Test
  void turnsComeAndGoByKeyboardAndTheCursorStaysWhereItBelongs(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      Agent alice = scene.agent("Alice");
      Agent bruno = scene.agent("Bruno");
      admin.page().navigate("/admin#doors/" + scene.door());
      addWeekly(admin, alice);
      addWeekly(admin, bruno);
      in(admin, 2, "How often").selectOption("3");
      in(admin, 2, "a day in one of its weeks").fill(today.plusDays(10).toString());
      assertThat(now(admin)).containsText("Now: " + alice.name() + ".");

      admin.button("Turn 2 up").press("Enter");
      assertThat(admin.button("Turn 1 down")).isFocused();
      assertThat(now(admin))
          .containsText(Pattern.compile("Now: " + alice.name() + ", until .*00:00\\."));
      assertThat(now(admin)).containsText("Then " + bruno.name() + ", until");
      admin.button("Turn 1 down").press("Enter");
      assertThat(admin.button("Turn 2 up")).isFocused();
      admin.button("Remove turn 1").press("Enter");
      assertThat(admin.button("Remove turn 1")).isFocused();
      assertThat(now(admin)).containsText(Pattern.compile("Now: nobody, until .*00:00\\."));
      admin.button("Remove turn 1").press("Enter");
      assertThat(admin.button("Add a weekly turn")).isFocused();
      assertThat(now(admin)).containsText("Now: nobody.");
    }
  }

  /** Alone while the door is closed: the phone of whose turn it is, though both are off. */
  private static void isRung(Scene scene, Agent alice, Agent bruno) {
    SipPhone theirs = alice.phone(Behaviour.ringing());
    SipPhone other = bruno.phone(Behaviour.ringing());
    alice.awaitActivity("idle");
    bruno.awaitActivity("idle");
    scene.calls(Manner.of(scene.mobile()));
    theirs.awaitInvite();
    assertThat(other.invites()).isEmpty();
    assertThat(scene.record("offered").encode()).contains("onCallUntil");
  }

  private static void closed(Scene scene) {
    Instant now = Instant.now();
    scene.routing(
        new JsonObject()
            .put(
                "closures",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("from", now.minusSeconds(3600).toString())
                            .put("until", now.plusSeconds(86_400).toString()))));
  }

  /** All of the week. */
  private static void addWeekly(AdminPage admin, Agent agent) {
    int number = 1 + turns(admin).count();
    admin.button("Add a weekly turn").press("Enter");
    assertThat(in(admin, number, "Monday")).isFocused();
    assertThat(in(admin, number, "Monday")).isChecked();
    in(admin, number, "Saturday").press("Space");
    in(admin, number, "Sunday").press("Space");
    in(admin, number, "From").fill("0");
    in(admin, number, "to").fill("24");
    in(admin, number, "to").press("Tab");
    choose(admin, number, agent);
  }

  /** From yesterday to the day after tomorrow. */
  private void addDates(AdminPage admin, Agent agent) {
    int number = 1 + turns(admin).count();
    admin.button("Add dates").press("Enter");
    assertThat(in(admin, number, "First day")).isFocused();
    in(admin, number, "First day").fill(today.minusDays(1).toString());
    in(admin, number, "Last day").fill(today.plusDays(2).toString());
    choose(admin, number, agent);
  }

  private JsonObject dates(Agent agent) {
    return new JsonObject()
        .put("kind", "once")
        .put("first", today.minusDays(1).toString())
        .put("last", today.plusDays(2).toString())
        .put("from", "00:00")
        .put("to", "24:00")
        .put("agentId", (int) agent.id());
  }

  private static JsonObject always(Agent agent) {
    return new JsonObject()
        .put("kind", "weekly")
        .put(
            "days",
            new JsonArray(
                List.of(
                    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")))
        .put("everyWeeks", 1)
        .put("from", "00:00")
        .put("to", "24:00")
        .put("agentId", (int) agent.id());
  }

  private static void choose(AdminPage admin, int number, Agent agent) {
    in(admin, number, "Who is on call").selectOption(String.valueOf(agent.id()));
  }

  private static Locator turns(AdminPage admin) {
    return admin.page().locator(".rota .turn");
  }

  private static Locator turn(AdminPage admin, int number) {
    return turns(admin).nth(number - 1);
  }

  private static Locator in(AdminPage admin, int number, String label) {
    return turn(admin, number).getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
  }

  private static Locator now(AdminPage admin) {
    return admin.page().locator(".rota").getByRole(AriaRole.STATUS);
  }

  private static JsonArray rota(Scene scene) {
    return scene
        .administrator()
        .get("/api/front-doors/" + scene.door() + "/routing")
        .getJsonArray("rota");
  }
}
