package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Bob");
      alice.readyWith(Behaviour.ringing());
      String mobile = scene.mobile();
      scene.openCase(scene.customer("Jeanne Martin", mobile), "Box without power", bob);
      desk.signIn(alice);

      Caller caller = scene.calls(Manner.of(mobile));
      assertThat(desk.headline()).hasText("Jeanne Martin");
      assertThat(desk.page().locator(".reasons")).isHidden();
      desk.page().keyboard().press("W");

      assertThat(desk.page().locator(".reasons")).isVisible();
      assertThat(desk.page().locator(".reasons li").first())
          .hasText(bob.name() + " is off (owns their open case)");
      assertThat(desk.page().locator(".reasons"))
          .containsText("Why you: you have been free the longest in");
      desk.page().keyboard().press("Escape");
      assertThat(desk.page().locator(".reasons")).isHidden();
      caller.hangUp();
      assertThat(desk.headline()).hasText("All calm");
    }
  }
}
