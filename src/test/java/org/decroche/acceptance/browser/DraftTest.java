package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent types is there again, whatever breaks or closes meanwhile. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class DraftTest {
  /** What of drafts lies in the browser itself. */
  private static final String COPIES =
      "Object.keys(localStorage).filter(key => key.includes('draft')).join()";

  private static final String NOT_KEPT = "The service does not have this draft yet";

  @Test
  void aServiceKilledWhileOneTypesLosesNoLetter(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Odile Perrin");
      Locator note = opened(desk.signIn(alice), matter);
      note.pressSequentially("They say");
      assertThat(desk.page().getByText("Kept as a draft")).isVisible();
      assertThat(drafts(alice)).containsExactly("They say");
      try {
        stack.service().kill();
        note.pressSequentially(" that nothing works");
        assertThat(desk.page().getByText(NOT_KEPT)).isVisible();
      } finally {
        stack.service().start();
        stack.service().awaitReady();
      }
      note.pressSequentially(".");
      assertThat(desk.page().getByText("Kept as a draft")).isVisible();
      assertThat(note).isFocused();
      assertThat(note).hasValue("They say that nothing works.");
      assertThat(drafts(alice)).containsExactly("They say that nothing works.");
    }
  }

  @Test
  void aTabClosedWhileTheServiceIsAwayLeavesItsDraftToTheNextTab(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Paul Nguyen");
      Locator note = opened(desk.signIn(alice), matter);
      try {
        stack.service().freeze();
        note.pressSequentially("Half a note");
        desk.page().close();
      } finally {
        stack.service().thaw();
        stack.service().awaitReady();
      }
      Window next = desk.tab();
      assertThat(opened(next, matter)).hasValue("Half a note");
      assertThat(next.page().getByText("Kept as a draft")).isVisible();
      assertThat(drafts(alice)).containsExactly("Half a note");
    }
  }

  @Test
  void oneSignsOutInMidWordAndGoesOnAtAnotherMachine(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene()) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Rose Lopez");
      try (Window desk = Window.open(chrome, stack, Look.english())) {
        opened(desk.signIn(alice), matter).pressSequentially("The depot sa");
        desk.button("Sign out").click();
        assertThat(desk.page().locator("input[name=login]")).isVisible();
        assertThat(desk.page().evaluate(COPIES)).isEqualTo("");
      }
      try (Window other = Window.open(chrome, stack, Look.english())) {
        Locator note = opened(other.signIn(alice), matter);
        assertThat(note).hasValue("The depot sa");
        note.press("End");
        note.pressSequentially("ys Monday.");
        note.press("Control+Enter");
        assertThat(note).hasValue("");
        Wait.until("no draft is left", Duration.ofSeconds(5), () -> drafts(alice).isEmpty());
      }
      assertThat(
              alice
                  .api()
                  .get("/api/cases/" + matter.caseId())
                  .getJsonArray("notes")
                  .getJsonObject(0)
                  .getString("text"))
          .isEqualTo("The depot says Monday.");
    }
  }

  private static Matter matter(Scene scene, Agent owner, String person) {
    return Matter.of(scene, owner, person, "Line is dead", "No tone since noon.", List.of());
  }

  private static Locator opened(Window desk, Matter matter) {
    assertThat(desk.page().locator(".link.live")).isVisible();
    desk.page().locator("[type=search]").fill(matter.person());
    desk.button(matter.person()).first().click();
    Locator note = desk.note(matter.title());
    note.focus();
    return note;
  }

  private static List<String> drafts(Agent agent) {
    JsonArray items = agent.api().get("/api/drafts").getJsonArray("items");
    return items.stream()
        .map(JsonObject.class::cast)
        .map(draft -> draft.getString("text"))
        .toList();
  }
}
