package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer wrote, on the desk: typed in by keys, or come by a form. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class LetterTest {
  @Test
  void aLetterIsTypedInByKeysAndStandsOnTheCaseBesideWhatCameByAForm(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter =
          Matter.of(scene, alice, "Odette Ravel", "Ligne en panne", "Plus rien.", List.of());
      formSent(scene, matter, "Rappelez-moi, s’il vous plaît.");
      List<Window> both = List.of(french, english);
      for (Window window : both) {
        window.signIn(alice);
        window.page().keyboard().press("/");
        window.page().keyboard().type(matter.number());
        window.page().locator("search li button").first().press("Enter");
        assertThat(window.heading(matter.person())).isFocused();
        assertThat(window.page().locator(".standing")).isVisible();
      }
      Keyboard keys = english.page().keyboard();
      keys.press("v");
      keys.press("0");
      Locator words = english.page().getByLabel("Their words, as they stand in the letter");
      assertThat(words).isFocused();
      keys.type("Madame, Monsieur, toujours rien.");
      keys.press("Enter");
      keys.type("O. Ravel");
      keys.press("Control+Enter");
      assertThat(english.page().locator(".taken-in"))
          .containsText("Taken in: a line of their case. " + alice.name() + " is to call them");
      assertThat(words).hasCount(0);
      Locator lines = english.page().locator(".timeline li");
      assertThat(lines.first()).containsText("in a letter, typed in by " + alice.name());
      assertThat(lines.first()).containsText("Madame, Monsieur, toujours rien.\nO. Ravel");
      Locator form =
          lines.filter(new Locator.FilterOptions().setHasText("by the form of Site of the letter"));
      assertThat(form).containsText("Rappelez-moi");
      assertThat(form).containsText("Mme Ravel");
      assertThat(english.page().locator(".debts li").first()).containsText("Odette Ravel");
      french.page().reload();
      french.page().locator(".debts .name").first().press("Enter");
      assertThat(french.page().locator(".timeline li").first())
          .containsText("dans une lettre, recopiée par");
      LookTest.look(both, "letter");
    }
  }

  private static void formSent(Scene scene, Matter matter, String words) {
    JsonObject site =
        scene
            .administrator()
            .post(
                "/api/sites",
                new JsonObject()
                    .put("name", "Site of the letter")
                    .put("frontDoorId", scene.door())
                    .put("origins", new JsonArray())
                    .put("perHour", 10)
                    .put("enabled", true));
    scene
        .administrator()
        .post(
            "/api/messages",
            new JsonObject()
                .put("site", site.getString("token"))
                .put("name", "Mme Ravel")
                .put("number", matter.number())
                .put("words", words));
  }
}
