package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who answers, their phones and their door, by keyboard. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminPeopleTest {
  @Test
  void somebodyNewGetsTheirPasswordsOnceAndSignsIn(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "people/new");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "people/new")) {
      Agent alice = scene.agent("Alice");
      admin.page().reload();
      String name = "Zoé " + scene.doorName();
      admin.box("Name").fill(name);
      assertThat(admin.box("Login")).hasValue("zoe." + login(scene));
      LookTest.look(List.of(french.window(), admin.window()), "admin-new-person");
      admin.box("Login").fill(alice.login());
      admin.button("Add a person").press("Enter");
      assertThat(admin.main()).containsText("not one that is taken");

      String login = "zoe" + alice.id();
      admin.box("Login").fill(login);
      admin.box("Deputy").selectOption(String.valueOf(alice.id()));
      admin.button("Add a person").press("Enter");
      assertThat(admin.window().heading("Added. Hand them this")).isFocused();
      Locator password = admin.main().locator(".secret").first().locator("code").nth(1);
      assertThat(password).not().isEmpty();
      String secret = password.textContent();
      assertThat(admin.main()).containsText("What to type into the phone");
      LookTest.look(List.of(admin.window()), "admin-passwords");

      admin.link("To their page").press("Enter");
      assertThat(admin.main().getByText(login)).isVisible();
      assertThat(admin.page().content()).doesNotContain(secret);
      JsonObject person = person(scene, login);
      assertThat(person.getLong("deputyId")).isEqualTo(alice.id());
      french.page().navigate("/admin#people/" + person.getLong("id"));
      assertThat(french.main().getByText(login)).isVisible();
      LookTest.look(List.of(french.window(), admin.window()), "admin-person");
      try (Window desk = Window.open(chrome, stack, Look.english())) {
        desk.page().locator("input[name=login]").fill(login);
        desk.page().locator("input[name=password]").fill(secret);
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".link.live")).isVisible();

        admin.button("Shut out now").press("Enter");
        assertThat(admin.window().heading("Let in again")).isVisible();
        assertThat(desk.page().locator("input[name=login]")).isVisible();
      }
      admin.goTo("People");
      french.goTo("Personnes");
      assertThat(admin.main().locator(".links")).containsText("shut out");
      LookTest.look(List.of(french.window(), admin.window()), "admin-people");
    }
  }

  @Test
  void whoeverOwnsCasesHandsThemOverWhenTheyAreShutOut(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "teams")) {
      Agent bruno = scene.agent("Bruno");
      String login = "carole" + bruno.id();
      long carole =
          scene
              .administrator()
              .post(
                  "/api/agents",
                  new JsonObject().put("login", login).put("name", "Carole").put("role", "agent"))
              .getJsonObject("agent")
              .getLong("id");
      long matter =
          scene
              .administrator()
              .post(
                  "/api/cases",
                  new JsonObject()
                      .put("customerId", scene.customer("Jeanne Martin", scene.mobile()))
                      .put("title", "Box without power supply")
                      .put("ownerId", carole))
              .getLong("id");
      admin.page().navigate("/admin#people/" + carole);
      admin.button("Shut out now").press("Enter");
      assertThat(admin.main()).containsText("they still own cases or owe promises");
      assertThat(person(scene, login).getBoolean("disabled")).isFalse();

      admin.box("Who takes over their cases and promises").selectOption(String.valueOf(bruno.id()));
      admin.box("What they should know").fill("The depot owes a power supply.");
      LookTest.look(List.of(admin.window()), "admin-shut-out");
      admin.button("Shut out now").press("Enter");

      assertThat(admin.window().heading("Let in again")).isVisible();
      assertThat(
              scene
                  .administrator()
                  .get("/api/cases/" + matter)
                  .getJsonObject("owner")
                  .getLong("id"))
          .isEqualTo(bruno.id());
      admin.button("Let in again").press("Enter");
      assertThat(admin.window().heading("Shut out at once")).isVisible();
      assertThat(person(scene, login).getBoolean("disabled")).isFalse();
    }
  }

  @Test
  void aTeamIsAddedAndSomebodyJoinsIt(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "teams");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "teams")) {
      Agent alice = scene.agent("Alice");
      String team = "Shop of " + scene.doorName();
      admin.box("Name of a new team").fill(team);
      admin.button("Add").press("Enter");
      assertThat(admin.window().heading(team)).isVisible();
      assertThat(admin.main()).containsText("Nobody of this team could answer.");

      admin.page().navigate("/admin#people/" + alice.id());
      admin.box(team).press("Space");
      assertThat(admin.main()).containsText("Not applied yet.");
      admin.button("Apply").press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      admin.box("off").press("Space");
      admin.button("Say so for them").press("Enter");
      assertThat(admin.main()).containsText("Off since");

      JsonObject stands = person(scene, alice.login());
      assertThat(stands.getJsonArray("teamIds")).hasSize(2);
      assertThat(stands.getString("availability")).isEqualTo("off");
      admin.goTo("Teams");
      admin.button("Rename " + team).press("Enter");
      admin.box("Another name").fill(team + " and web");
      admin.page().keyboard().press("Enter");
      assertThat(admin.window().heading(team + " and web")).isVisible();
      french.page().reload();
      assertThat(french.window().heading(team)).isVisible();
      LookTest.look(List.of(french.window()), "admin-teams");
    }
  }

  @Test
  void theirNumberOutsideAndNewPasswordsAreKeysAway(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english());
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "people");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "people")) {
      Agent alice = scene.agent("Alice");
      desk.signIn(alice);
      Keyboard keys = admin.page().keyboard();
      admin.page().navigate("/admin#people/" + alice.id());
      admin.box("Number outside where they are rung").focus();
      keys.type("0899 12 34 56");
      keys.press("Enter");
      assertThat(admin.main()).containsText("it may not be called");
      assertThat(person(scene, alice.login()).getString("outsideNumber")).isNull();
      admin.box("Number outside where they are rung").press("Control+a");
      keys.type("06 39 98 12 34");
      keys.press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      assertThat(person(scene, alice.login()).getString("outsideNumber")).isEqualTo("+33639981234");

      admin.button("New password").press("Enter");
      assertThat(admin.window().heading("The new password")).isFocused();
      String secret = admin.main().locator(".secret").first().locator("code").last().textContent();
      assertThat(desk.page().locator("input[name=password]")).isVisible();
      desk.page().locator("input[name=login]").fill(alice.login());
      desk.page().locator("input[name=password]").fill(alice.password());
      desk.page().keyboard().press("Enter");
      assertThat(desk.page().getByRole(AriaRole.ALERT).first()).not().isEmpty();
      desk.page().locator("input[name=password]").fill(secret);
      desk.page().keyboard().press("Enter");
      assertThat(desk.page().locator(".link.live")).isVisible();

      admin.button("New phone password").press("Enter");
      assertThat(admin.window().heading("What to type into the phone")).isFocused();
      assertThat(admin.main().locator(".qr")).isVisible();
      french.page().navigate("/admin#people/" + alice.id());
      french.button("Nouveau mot de passe du téléphone").press("Enter");
      assertThat(french.main().locator(".qr")).isVisible();
      LookTest.look(List.of(french.window(), admin.window()), "admin-person-secrets");
      french.whole("admin-person-secrets-whole");
    }
  }

  private static String login(Scene scene) {
    return scene.doorName().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
  }

  private static JsonObject person(Scene scene, String login) {
    return scene.administrator().items("/api/agents").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("login").equals(login))
        .findFirst()
        .orElseThrow();
  }
}
