package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class LanguageTest {

  @Test
  void theDeskSpeaksTheBrowsersLanguageElseEnglish(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene()) {
      Agent alice = scene.agent("Alice");
      speaks(chrome, stack, alice, "fr-CA", "fr", "Se connecter", "Vous avez terminé");
      speaks(chrome, stack, alice, "en-US", "en", "Sign in", "You are off");
      speaks(chrome, stack, alice, "de-DE", "en", "Sign in", "You are off");
    }
  }

  private static void speaks(
      Chrome chrome,
      Stack stack,
      Agent alice,
      String browser,
      String page,
      String button,
      String headline) {
    try (Window window = Window.open(chrome, stack, Look.in(browser))) {
      assertThat(window.button(button)).isVisible();
      window.signIn(alice);
      assertThat(window.page().locator("h1")).hasText(headline);
      // Screen readers pronounce by this.
      assertThat(window.page().locator("html"))
          .hasAttribute("lang", java.util.regex.Pattern.compile("^" + page));
    }
  }
}
