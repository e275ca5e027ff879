package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent owes and is owed, at the side of the desk. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class MySideTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  @Test
  void whoWaitsForALatePromiseIsCalledByOneKeyAndTheCaseHasTheCall(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter late =
          Matter.of(scene, alice, "Jeanne Martin", "Box sans alimentation", "Rien.", List.of());
      Matter coming =
          Matter.of(scene, alice, "Nadia Petit", "Arbre sur la ligne", "Un arbre.", List.of());
      promised(scene, late, alice, "Rappeler avec le numéro de suivi");
      promised(scene, coming, alice, "Envoyer l'élagueur");
      scene
          .administrator()
          .post(
              "/api/cases/" + coming.caseId() + "/errands",
              new JsonObject()
                  .put("party", "Élagueurs du Rhône")
                  .put("what", "Couper la branche")
                  .put("dueAt", Instant.now().plusSeconds(90_000).toString()));
      stack
          .database()
          .run(
              "update promises set due_at = now() - interval '3 hours' where case_id = %d"
                  .formatted(late.caseId()));
      alice.readyWith(Behaviour.answering(Duration.ZERO));
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));

      Locator first = english.page().locator(".call-first li");
      assertThat(first).hasCount(1);
      assertThat(first).containsText("Jeanne Martin");
      assertThat(first).containsText("A promise is late: Rappeler avec le numéro de suivi");
      assertThat(first).containsText("late by 3 hours");
      Locator next = english.page().locator("section[aria-labelledby=coming-title] li");
      assertThat(next).hasCount(2);
      assertThat(next.first()).containsText("You promised: Envoyer l'élagueur");
      assertThat(next.last()).containsText("Élagueurs du Rhône owes: Couper la branche");
      assertThat(french.page().locator(".call-first")).containsText("Une promesse est en retard");
      LookTest.look(both, "my-side");

      try (Provider provider = stack.provider(Behaviour.answering(SOON).talkingFor(SOON))) {
        english.page().locator("body").press("j");
        Locator card =
            english
                .page()
                .locator(".case")
                .filter(new Locator.FilterOptions().setHasText(late.title()));
        assertThat(card.locator(".standing")).isVisible();
        assertThat(provider.awaitInvite().text()).startsWith("INVITE sip:" + late.number() + "@");
        assertThat(english.strip()).containsText("Who answered?");
      }
      english.page().keyboard().press("y");
      assertThat(english.page().locator(".strip.quiet")).isVisible();
      assertThat(
              alice.api().items("/api/cases/" + late.caseId() + "/timeline").stream()
                  .map(JsonObject.class::cast)
                  .map(line -> line.getString("kind")))
          .contains("call");

      // What is kept goes from the side.
      Locator kept =
          english
              .page()
              .getByRole(
                  AriaRole.BUTTON,
                  new Page.GetByRoleOptions()
                      .setName("Kept: Rappeler avec le numéro de suivi")
                      .setExact(true));
      kept.press("Enter");
      assertThat(first).hasCount(0);
    }
  }

  @Test
  void whoIsOffForLongHandsEverythingOverByKeys(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Xavier");
      Matter box = Matter.of(scene, alice);
      Matter tree =
          Matter.of(scene, alice, "Nadia Petit", "Tree on the line", "A tree.", List.of());
      promised(scene, tree, alice, "A tree surgeon");
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      english.button("Away for long?").press("Enter");
      Locator to = english.page().getByLabel("Who takes them over");
      assertThat(to).isFocused();
      assertThat(to.locator("option:has-text('Xavier')")).isAttached();
      assertThat(to.locator("option:text-is('%s')".formatted(alice.name()))).hasCount(0);
      english.page().keyboard().type("Xavier");
      english.page().keyboard().press("Tab");
      english.page().keyboard().press("Enter");
      assertThat(english.page().locator(".inline-form"))
          .containsText("Still missing: What they should know");
      english.page().keyboard().type("Off until March; both know you will ring.");
      french.button("Longue absence").press("Enter");
      LookTest.look(both, "everything-over");
      english.page().keyboard().press("Enter");

      assertThat(english.page().getByText(bob.name() + " owns them now")).isVisible();
      assertThat(english.page().getByText("open cases 2, promises 1")).isVisible();
      for (Matter matter : List.of(box, tree)) {
        JsonObject now = scene.administrator().get("/api/cases/" + matter.caseId());
        assertThat(now.getJsonObject("owner").getLong("id")).isEqualTo(bob.id());
        assertThat(now.getJsonArray("notes").encode()).contains("Off until March");
      }
    }
  }

  private static void promised(Scene scene, Matter matter, Agent by, String what) {
    scene
        .administrator()
        .post(
            "/api/cases/" + matter.caseId() + "/promises",
            new JsonObject()
                .put("what", what)
                .put("byId", by.id())
                .put("dueAt", Instant.now().plusSeconds(80_000).toString()));
  }
}
