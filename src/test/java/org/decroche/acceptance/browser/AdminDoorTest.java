package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who helps at a front door, when it is closed, and what a long wait does: typed, nothing else. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminDoorTest {
  @Test
  void whoHelpsAndWhenItIsClosedAreTyped(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "doors");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      scene.agent("Alice");
      long night = scene.team("Night");
      scene.agent("Bruno", night);
      long nobody = scene.team("Xenon");
      String place = "/admin#doors/" + scene.door();
      Keyboard keys = admin.page().keyboard();
      admin.page().navigate(place);

      admin.button("Add a team that helps").press("Enter");
      assertThat(admin.box("Team that helps")).isFocused();
      keys.type("Night");
      assertThat(admin.box("Team that helps")).hasValue(String.valueOf(night));
      keys.press("Tab");
      keys.type("45");
      assertThat(admin.box("Seconds until it helps")).hasValue("45");

      admin.box("Public holidays").press("ArrowDown");
      admin.button("Add a day").press("Enter");
      assertThat(admin.box("Closed day")).isFocused();
      // What a field for a date takes from the keys is the browser's own affair, and its
      // language's.
      admin.box("Closed day").fill("2031-12-25");
      admin.button("Add a closure").press("Enter");
      assertThat(admin.box("Closed from")).isFocused();
      admin.box("Closed from").fill("2031-01-02T08:30");
      admin.box("Closed until").fill("2031-01-03T12:00");

      admin.box("Call back whoever reached nobody within").press("Control+a");
      keys.type("90");
      assertThat(admin.main()).not().containsText("From then on the caller’s side is answered");
      admin.box("Very long wait: answer after").focus();
      keys.type("5");
      assertThat(admin.main()).containsText("From then on the caller’s side is answered");
      keys.press("Enter");
      assertThat(admin.main()).containsText("from 10 to 3,600 seconds, or nothing at all.");
      admin.box("Very long wait: answer after").press("Control+a");
      keys.type("150");
      keys.press("Enter");
      assertThat(admin.main()).containsText("Saved at");

      JsonObject stands = routing(scene);
      assertThat(stands.getJsonArray("overflow"))
          .isEqualTo(
              new JsonArray().add(new JsonObject().put("teamId", night).put("afterSeconds", 45)));
      assertThat(stands.getString("holidays")).isEqualTo("france");
      assertThat(stands.getJsonArray("closedDays")).isEqualTo(new JsonArray().add("2031-12-25"));
      assertThat(stands.getJsonArray("closures").encode())
          .contains("2031-01-02T07:30", "2031-01-03T11:00");
      assertThat(stands.getInteger("callbackDueMinutes")).isEqualTo(90);
      assertThat(stands.getInteger("longWaitSeconds")).isEqualTo(150);
      french.page().navigate(place);
      assertThat(french.box("Équipe en renfort")).isVisible();
      LookTest.look(List.of(french.window(), admin.window()), "admin-door-closed");
      french.whole("admin-door-closed-whole");

      // A team in which nobody is helps nobody.
      admin.button("Add a team that helps").press("Enter");
      keys.type("Xenon");
      keys.press("Enter");
      assertThat(admin.box("Team that helps").last()).hasValue(String.valueOf(nobody));
      apply(admin).press("Enter");
      assertThat(admin.main()).containsText("each team once, with somebody in it");
      assertThat(routing(scene).getJsonArray("overflow")).hasSize(1);
      admin.button("Remove " + team(scene, nobody)).press("Enter");
      assertThat(admin.button("Add a team that helps")).isFocused();
      admin.button("Remove " + team(scene, night)).press("Enter");
      admin.button("Remove 2031-12-25").press("Enter");
      assertThat(admin.button("Add a day")).isFocused();
      admin.button("Remove 2031-01-02 08:30").press("Enter");
      admin.box("Very long wait: answer after").press("Control+a");
      keys.press("Delete");
      apply(admin).press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      JsonObject bare = routing(scene);
      assertThat(bare.getJsonArray("overflow")).isEmpty();
      assertThat(bare.getJsonArray("closedDays")).isEmpty();
      assertThat(bare.getJsonArray("closures")).isEmpty();
      assertThat(bare.getInteger("longWaitSeconds")).isNull();
      assertThat(bare.getString("holidays")).isEqualTo("france");
    }
  }

  private static JsonObject routing(Scene scene) {
    return scene.administrator().get("/api/front-doors/" + scene.door() + "/routing");
  }

  private static String team(Scene scene, long id) {
    return scene.administrator().items("/api/teams").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getLong("id") == id)
        .findFirst()
        .orElseThrow()
        .getString("name");
  }

  private static Locator apply(AdminPage admin) {
    return admin.button("Apply").last();
  }
}
