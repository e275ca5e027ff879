package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Settings of the house, what was changed of any, and all of them as one file, by keyboard. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminSettingsTest {
  @Test
  void whatHoldsForTheHouseIsSet(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "house");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "house")) {
      JsonObject before = scene.administrator().get("/api/settings");
      admin.box("A case has gone quiet after").fill("9");
      admin.button("Apply").press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      JsonObject stands = scene.administrator().get("/api/settings");
      assertThat(stands.getInteger("quietDays")).isEqualTo(9);
      assertThat(stands.getJsonObject("callsOut")).isEqualTo(before.getJsonObject("callsOut"));
      LookTest.look(List.of(french.window(), admin.window()), "admin-house");
      admin.box("A case has gone quiet after").fill(String.valueOf(before.getInteger("quietDays")));
      admin.button("Apply").press("Enter");
      assertThat(admin.main()).containsText("Saved at");
    }
  }

  @Test
  void everyChangeIsWrittenDownAndTakenBack(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "changes");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "changes")) {
      scene.routing(
          new JsonObject()
              .put("patienceSeconds", 21)
              .put("hours", new JsonArray().add(hours("monday", "08:00", "19:00"))));
      admin.box("Of what").selectOption("routing");
      Locator last = admin.main().locator(".change").first();
      assertThat(last).containsText(scene.doorName());
      assertThat(last).containsText("the patience");
      assertThat(last.locator("ins")).containsText(new String[] {"21"});
      assertThat(last).containsText("Mon 08:00–19:00");
      french.page().reload();
      assertThat(french.main().locator(".change").first()).containsText("la patience");
      LookTest.look(List.of(french.window(), admin.window()), "admin-changes");

      last.getByRole(AriaRole.BUTTON).press("Enter");

      assertThat(admin.main().locator(".change").first())
          .containsText("Takes an earlier change back.");
      assertThat(admin.main().locator(".change").nth(1)).containsText("Was taken back.");
      assertThat(routing(scene).getInteger("patienceSeconds")).isZero();
      assertThat(routing(scene).getJsonArray("hours")).isEmpty();
    }
  }

  @Test
  void allSettingsGoOutAndComeInAfterALook(Stack stack, Chrome chrome) throws IOException {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "settings-file");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "settings-file")) {
      Download download =
          admin.page().waitForDownload(() -> admin.link("Settings (JSON)").press("Enter"));
      String file = Files.readString(download.path());
      assertThat(file).contains(scene.doorName()).doesNotContain(stack.administratorPassword());
      choose(admin, "no file of settings");
      assertThat(admin.main()).containsText("This is no file of settings.");

      choose(admin, file);
      assertThat(admin.main()).containsText("Everything is as the file says already.");
      choose(admin, file.replace(scene.doorName(), "Better " + scene.doorName()));
      assertThat(admin.main()).containsText("Settings that it would change: 1");
      assertThat(admin.main().locator(".change")).containsText("Better " + scene.doorName());
      LookTest.look(List.of(french.window(), admin.window()), "admin-settings-file");
      assertThat(door(scene).getString("name")).isEqualTo(scene.doorName());

      admin.button("Bring all of it in").press("Enter");
      assertThat(admin.main()).containsText("It is in. Settings changed: 1.");
      assertThat(door(scene).getString("name")).isEqualTo("Better " + scene.doorName());
    }
  }

  private static void choose(AdminPage admin, String text) {
    admin
        .page()
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "settings.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
    admin.button("See what it would change").press("Enter");
  }

  private static JsonObject door(Scene scene) {
    return scene.administrator().get("/api/front-doors/" + scene.door());
  }

  private static JsonObject routing(Scene scene) {
    return scene.administrator().get("/api/front-doors/" + scene.door() + "/routing");
  }

  private static JsonObject hours(String day, String from, String to) {
    return new JsonObject().put("day", day).put("from", from).put("to", to);
  }
}
