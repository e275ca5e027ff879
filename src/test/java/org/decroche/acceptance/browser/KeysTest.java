package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Acts of which there are many on a page, each by the two keys that stand on it. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class KeysTest {
  @Test
  void whatIsOwedEndsEitherWayAndACaseIsOpenedByTwoKeys(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter =
          Matter.of(scene, alice, "Norbert Quint", "Line is dead", "No tone.", List.of());
      desk.signIn(alice);
      Page page = desk.page();
      Keyboard keys = page.keyboard();
      keys.press("/");
      keys.type(matter.number());
      page.locator("search li button").first().press("Enter");
      assertThat(desk.heading(matter.person())).isFocused();
      Locator card = page.locator(".case").first();
      assertThat(card.locator(".standing")).isVisible();

      keys.press("p");
      keys.type("A technician");
      keys.press("Tab");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).containsText("A technician");
      keys.press("e");
      keys.type("Depot");
      keys.press("Tab");
      keys.type("A box");
      keys.press("Tab");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).containsText("Depot owes: A box");

      // The first key alone does nothing, and another one forgets it.
      keys.press("v");
      assertThat(page.locator("html[data-chord=begun]")).hasCount(1);
      keys.press("Escape");
      assertThat(page.locator("html[data-chord=begun]")).hasCount(0);
      keys.press("2");
      assertThat(page.locator(".inline-form")).hasCount(0);

      // Nor is it there still after a field was typed into.
      keys.press("v");
      assertThat(page.locator("html[data-chord=begun]")).hasCount(1);
      page.getByRole(AriaRole.SEARCHBOX).focus();
      keys.type("2");
      assertThat(page.locator("html[data-chord=begun]")).hasCount(0);
      keys.press("Escape");
      page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(matter.person()))
          .focus();
      keys.press("2");
      assertThat(page.locator(".inline-form")).hasCount(0);

      keys.press("v");
      keys.press("2");
      assertThat(page.getByLabel("Why, in a word")).isFocused();
      keys.type("Nobody was free");
      keys.press("Enter");
      assertThat(card.locator(".timeline")).containsText("Did not keep the promise: A technician");
      keys.press("v");
      keys.press("3");
      keys.type("They closed");
      keys.press("Enter");
      assertThat(card.locator(".timeline")).containsText("Dropped, Depot: A box");
      assertThat(card.locator(".owed-list")).hasCount(0);

      keys.press("v");
      keys.press("n");
      Locator title = page.getByLabel("What it is about");
      assertThat(title).isFocused();
      // In a field, the same keys are what is typed.
      keys.type("v1 box");
      keys.press("Enter");
      assertThat(page.locator(".case").first()).containsText("v1 box");
    }
  }
}
