package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The full reasons, opened from the card by key and closed again without anything having moved. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class WhyYouTest {
  @Test
  void theCardTellsInFullWhoWasConsideredBeforeYou(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Bob");
      alice.readyWith(Behaviour.ringing());
      String mobile = scene.mobile();
      scene.openCase(scene.customer("Jeanne Martin", mobile), "Box without power", bob);
      List<Window> both = List.of(french, desk);
      both.forEach(window -> window.signIn(alice));

      Caller caller = scene.calls(Manner.of(mobile));
      assertThat(desk.headline()).hasText("Jeanne Martin");
      assertThat(desk.page().locator(".reasons")).isHidden();
      assertThat(french.page().locator("h1")).hasText("Jeanne Martin");
      both.forEach(window -> window.page().keyboard().press("W"));

      assertThat(desk.page().locator(".reasons")).isVisible();
      assertThat(desk.page().locator(".reasons li").first())
          .hasText(bob.name() + " is off (owns their open case)");
      assertThat(desk.page().locator(".reasons"))
          .containsText("Why you: you have been free the longest in");
      assertThat(french.page().locator(".reasons"))
          .containsText(bob.name() + " n’est pas en service");
      LookTest.look(both, "why-you");
      desk.page().keyboard().press("Escape");
      assertThat(desk.page().locator(".reasons")).isHidden();
      caller.hangUp();
      assertThat(desk.headline()).hasText("All calm");
    }
  }
}
