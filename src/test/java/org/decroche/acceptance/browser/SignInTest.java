package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class SignInTest {

  @Test
  void theKeyboardIsEnoughToSignInAndToChoose(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Page page = window.page();
      Keyboard keys = page.keyboard();
      Locator login = page.getByLabel("Login");
      Locator password = page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true));

      assertThat(login).isFocused();
      keys.press("Enter");
      assertThat(wrong(page)).hasText("Type your login and your password.");
      keys.type(alice.login());
      keys.press("Tab");
      assertThat(password).isFocused();
      keys.type("not-the-password");
      keys.press("Enter");
      assertThat(wrong(page)).hasText(Pattern.compile("do not go together"));
      assertThat(password).isFocused();
      assertThat(login).hasValue(alice.login());
      // The wrong one is selected: typing replaces it.
      keys.type(alice.password());
      keys.press("Enter");
      assertThat(window.headline()).hasText("You are off");

      keys.press("Tab");
      assertThat(window.availability("Off")).isFocused();
      keys.press("ArrowDown");
      assertThat(window.availability("Ready")).isChecked();
      assertThat(window.headline()).containsText("Your phone is not connected");
      keys.press("ArrowDown");
      assertThat(window.availability("Away")).isChecked();
      assertThat(window.headline()).hasText("You are away");
      keys.press("Tab");
      keys.type("Lunch");
      keys.press("Enter");
      assertThat(window.headline()).hasText("You are away: Lunch");

      page.reload();
      assertThat(window.headline()).hasText("You are away: Lunch");
      window.button("Sign out").focus();
      keys.press("Enter");
      assertThat(login).isFocused();
      page.reload();
      assertThat(login).isFocused();
    }
  }

  private static Locator wrong(Page page) {
    return page.getByRole(AriaRole.ALERT);
  }
}
