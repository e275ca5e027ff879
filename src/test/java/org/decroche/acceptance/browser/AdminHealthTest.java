package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the house is, and calls of our own that try it, by keyboard. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminHealthTest {
  private final Stack stack;
  private final Chrome chrome;

  AdminHealthTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void everythingIsMended() {
    stack.mend();
  }

  @Test
  void theHouseIsSeenAndATestCallSaysWhatCameOfIt() {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "doors");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      Agent alice = scene.agent("Alice");
      Agent bruno = scene.agent("Bruno");
      SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
      admin.goTo("Health");
      assertThat(part(admin, "Asterisk")).containsText("connected");
      assertThat(part(admin, "Asterisk")).containsText("Version 22.");
      assertThat(part(admin, "The fallback")).containsText("in step");
      assertThat(part(admin, "The provider")).not().containsText("not known");
      assertThat(part(admin, "The database")).containsText("there");
      assertThat(part(admin, "This service")).containsText("Started");
      assertThat(phone(admin, alice)).not().containsText("not connected");
      assertThat(phone(admin, bruno)).containsText("not connected");
      assertThat(door(admin, scene)).containsText("None was made yet.");

      Locator key =
          door(admin, scene)
              .getByRole(
                  AriaRole.BUTTON,
                  new Locator.GetByRoleOptions().setName("Test call " + scene.doorName()));
      key.focus();
      admin.page().keyboard().press("Enter");
      assertThat(door(admin, scene).getByRole(AriaRole.STATUS))
          .containsText("It got through: the robot picked up after");
      assertThat(door(admin, scene)).containsText("The last one, at");
      assertThat(key).isFocused();

      assertThat(phone.invites()).isEmpty();
      JsonObject last = standing(scene).getJsonObject("last");
      assertThat(last.getBoolean("passed")).isTrue();
      french.goTo("État de marche");
      assertThat(door(french, scene)).containsText("décroché après");
      LookTest.look(List.of(french.window(), admin.window()), "admin-health");
      admin.whole("admin-health-whole");
    }
  }

  @Test
  void twoThatFailAreAnAlarmHereAndOnTheBoardUntilOnePasses() {
    try (Scene scene = stack.scene();
        Window board = Window.open(chrome, stack, Look.english());
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "health");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "health")) {
      Agent alice = scene.agent("Alice");
      board.signIn(alice).page().navigate("/board");
      assertThat(board.heading("The team")).isVisible();
      Locator alarm =
          board
              .page()
              .getByRole(AriaRole.ALERT)
              .getByText("Callers may not get through to " + scene.doorName());
      stack.script("asterisk", "stop");
      try {
        Locator said = door(admin, scene).getByRole(AriaRole.STATUS);
        testCall(admin, scene).press("Enter");
        assertThat(said).containsText("It did not get through");
        assertThat(door(admin, scene)).not().containsText("in a row");
        assertThat(alarm).hasCount(0);

        testCall(admin, scene).press("Enter");
        assertThat(door(admin, scene)).containsText("2 in a row did not get through.");
        assertThat(alarm).containsText("2 test calls in a row have failed.");
        assertThat(part(admin, "Asterisk")).containsText("not connected");
        assertThat(part(admin, "The fallback")).containsText("not known");
        french.page().reload();
        assertThat(part(french, "Le central Asterisk")).containsText("pas connecté");
        LookTest.look(List.of(french.window(), admin.window()), "admin-health-ill");
        LookTest.look(List.of(board), "board-alarm");
      } finally {
        stack.script("asterisk", "start");
      }
      // The page looks again by itself.
      assertThat(part(admin, "Asterisk"))
          .containsText(
              "Version 22.", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
      Wait.until(
          "a test call passes again",
          () ->
              scene
                  .administrator()
                  .post("/api/front-doors/" + scene.door() + "/test-call", new JsonObject())
                  .getBoolean("passed"));
      assertThat(alarm).hasCount(0);
      testCall(admin, scene).press("Enter");
      assertThat(door(admin, scene).getByRole(AriaRole.STATUS)).containsText("It got through");
      assertThat(door(admin, scene)).not().containsText("in a row");
    }
  }

  @Test
  void aSharedNumberIsMarkedAndTheMarkTakenAway() {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "shared-numbers");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "shared-numbers")) {
      String number = scene.number().replace("+3319900", "+3319911");
      String display = number.replaceAll("^\\+33(.)(..)(..)(..)(..)$", "0$1 $2 $3 $4 $5");
      admin.box("Number that many people call from").press("1");
      admin.page().keyboard().press("Enter");
      assertThat(admin.main()).containsText("This is no public phone number.");

      admin.page().keyboard().press("Backspace");
      admin.page().keyboard().type(display);
      admin.page().keyboard().press("Enter");
      assertThat(admin.main()).containsText(display + " is marked.");
      assertThat(admin.box("Number that many people call from")).hasValue("");
      Locator marked = admin.main().getByRole(AriaRole.LISTITEM);
      assertThat(marked.filter(new Locator.FilterOptions().setHasText(display))).hasCount(1);
      assertThat(scene.administrator().items("/api/shared-numbers").encode()).contains(number);
      french.page().reload();
      assertThat(french.main()).containsText(display);
      LookTest.look(List.of(french.window(), admin.window()), "admin-shared-numbers");

      admin.button("Remove " + display).press("Enter");

      assertThat(admin.window().heading("Marked numbers")).isFocused();
      assertThat(admin.main().getByText(display, exactly())).hasCount(0);
      assertThat(scene.administrator().items("/api/shared-numbers").encode())
          .doesNotContain(number);
      assertThat(scene.administrator().items("/api/changes?setting=shared-number&limit=1").encode())
          .contains(number, "removed");
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static Locator testCall(AdminPage admin, Scene scene) {
    return admin.button("Test call " + scene.doorName());
  }

  private static Locator door(AdminPage admin, Scene scene) {
    return admin
        .page()
        .locator(
            ".tested > li",
            new Page.LocatorOptions()
                .setHas(
                    admin
                        .page()
                        .getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName(scene.doorName()).setExact(true))));
  }

  private static Locator part(AdminPage admin, String name) {
    return admin
        .page()
        .locator(
            ".parts > div",
            new Page.LocatorOptions()
                .setHas(
                    admin
                        .page()
                        .locator(
                            "dt",
                            new Page.LocatorOptions()
                                .setHasText(Pattern.compile("^" + name + "$")))));
  }

  private static Locator phone(AdminPage admin, Agent whose) {
    return admin.page().locator("tbody tr", new Page.LocatorOptions().setHasText(whose.name()));
  }

  private static JsonObject standing(Scene scene) {
    return scene.administrator().get("/api/health").getJsonArray("testCalls").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getJsonObject("frontDoor").getLong("id") == scene.door())
        .findFirst()
        .orElseThrow();
  }
}
