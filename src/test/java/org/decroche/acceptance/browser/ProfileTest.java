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

/** How to be with a customer on the phone, and who they are: by keys. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class ProfileTest {
  @Test
  void aCustomerIsWrittenDownAndFoundToBeOneWithAnotherAndTwoAgain(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      Matter twin = Matter.of(scene, alice, "J. Martin", "Line is dead", "No tone.", List.of());
      Keyboard keys = english.page().keyboard();
      english.signIn(alice);
      opened(english, matter);

      keys.press("u");
      Locator notes =
          english.page().getByLabel("What matters on the phone, a line each (optional)");
      assertThat(notes).isFocused();
      assertThat(notes).hasValue("Connaît le sujet, aller droit au but.");
      keys.press("Control+End");
      keys.press("Enter");
      keys.type("Malentendante : parler lentement.");
      keys.press("Tab");
      keys.press("Tab");
      keys.type("Madame Martin");
      keys.press("Tab");
      keys.type("French");
      keys.press("Enter");
      Locator file = english.page().locator("section.file");
      assertThat(file.locator(".notes-for-phone"))
          .containsText("Malentendante : parler lentement.");
      assertThat(file).containsText("Likes to be called Madame Martin");
      assertThat(file).containsText("Speaks French");
      assertThat(english.button("Profile U")).isFocused();

      // Another customer is the same person: by one key, with the cursor where the other is sought.
      keys.press("z");
      assertThat(english.page().getByLabel("The same person as")).isFocused();
      keys.type(twin.number());
      keys.press("Enter");
      Locator other = english.page().locator(".same-person .people button");
      assertThat(other).hasCount(1);
      french.signIn(alice);
      opened(french, matter);
      french.page().keyboard().press("z");
      assertThat(french.page().getByLabel("La même personne que")).isVisible();
      LookTest.look(List.of(french, english), "profile");

      other.press("Enter");
      assertThat(file).containsText(twin.title());
      keys.press("z");
      Locator undo =
          english
              .page()
              .getByRole(
                  AriaRole.BUTTON,
                  new Page.GetByRoleOptions().setName("J. Martin is somebody else after all"));
      undo.press("Enter");
      assertThat(file).not().containsText(twin.title());
    }
  }

  @Test
  void somebodyBelongsToAFirm(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter =
          Matter.of(scene, alice, "Gilles Astier", "Line is dead", "No tone.", List.of());
      Matter firm =
          Matter.of(scene, alice, "Garage Vauzelle", "Two lines", "Both are dead.", List.of());
      Keyboard keys = english.page().keyboard();
      english.signIn(alice);
      opened(english, firm);
      keys.press("u");
      Locator kind = english.page().getByLabel("A person or a firm");
      assertThat(kind).hasValue("person");
      kind.focus();
      keys.type("a firm");
      keys.press("Enter");
      assertThat(english.button("Profile U")).isFocused();

      opened(english, matter);
      keys.press("u");
      Locator sought = english.page().getByLabel("The firm they belong to");
      sought.focus();
      keys.type("Vauzelle");
      keys.press("Enter");
      Locator found = english.page().locator(".profile .people button");
      assertThat(found).hasCount(1);
      found.press("Enter");
      Locator file = english.page().locator("section.file");
      assertThat(file.locator("> .facts")).containsText("Of Garage Vauzelle");
      french.signIn(alice);
      opened(french, matter);
      french.page().keyboard().press("u");
      assertThat(french.page().locator(".profile")).containsText("Garage Vauzelle");
      LookTest.look(List.of(french, english), "profile-firm");
      english.button("No longer theirs").press("Enter");
      assertThat(file.locator("> .facts")).hasCount(0);
    }
  }

  private static void opened(Window desk, Matter matter) {
    desk.page().keyboard().press("/");
    desk.page().keyboard().type(matter.number());
    desk.page().locator("search li button").first().press("Enter");
    assertThat(desk.heading(matter.person())).isFocused();
    assertThat(desk.page().locator(".standing").first()).isVisible();
  }
}
