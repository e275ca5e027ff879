package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handing over as the two agents see it, by the keyboard alone. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class HandOverFromTheDeskTest {
  private static final String SUMMARY = "box, no power since noon";

  @Test
  void theColleagueIsAskedRefusesIsAskedAgainComesAndTheFirstOneLeaves(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english());
        Window french = Window.open(chrome, stack, Look.french());
        Window colleague = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Bob");
      Matter matter = Matter.of(scene, alice);
      SipPhone alicesPhone = alice.readyWith(Behaviour.answering(Duration.ofMillis(500)));
      SipPhone bobsPhone =
          bob.readyWith(Behaviour.refusing("603 Decline", Duration.ofMillis(1500)));
      List.of(desk, french).forEach(window -> window.signIn(alice));
      colleague.signIn(bob);
      Caller caller = scene.calls(matter.calls());
      assertThat(desk.strip()).containsText("On the line");

      askFor(desk, bob);
      assertThat(colleague.headline()).hasText(matter.person());
      assertThat(colleague.strip())
          .containsText("Why you: " + alice.name() + " hands over: " + SUMMARY);
      assertThat(desk.strip()).containsText(bob.name() + " is being rung.");
      assertThat(desk.strip()).containsText(bob.name() + " cannot take it now.");
      assertThat(colleague.headline()).hasText("All calm");
      assertThat(french.page().locator("section.strip"))
          .containsText(bob.name() + " ne peut pas maintenant.");

      bobsPhone.behave(Behaviour.answering(Duration.ofMillis(1500)));
      bob.awaitActivity("idle");
      askFor(desk, bob);
      assertThat(desk.strip()).containsText("With you: " + bob.name());
      assertThat(desk.strip()).not().containsText("cannot take it now");
      assertThat(colleague.strip()).containsText("With you: " + alice.name());
      fitForEverybody(desk);
      fitForEverybody(french);
      picture(french, "three-talk", 1440, 900);
      picture(french, "three-talk", 360, 740);

      desk.page().keyboard().press("l");
      assertThat(desk.strip()).containsText("Call ended");
      assertThat(colleague.strip()).not().containsText("With you");
      assertThat(colleague.strip()).containsText("On the line");
      alicesPhone.await("BYE");
      assertThat(caller.isOver()).isFalse();

      colleague.button("End the call").click();
      assertThat(colleague.strip()).containsText("Call ended");
      caller.await("BYE");
    }
  }

  /** The key opens the form beside the file; Enter sends it. */
  private static void askFor(Window desk, Agent who) {
    desk.page().keyboard().press("h");
    Locator whom = desk.page().getByLabel("Who is to join");
    assertThat(whom).isFocused();
    fitForEverybody(desk);
    picture(desk, "hand-over", 1440, 900);
    Locator summary = desk.page().getByLabel("What it is about, in one line");
    summary.press("Enter");
    assertThat(desk.page().getByText("Choose who is to join.")).isVisible();
    whom.selectOption(who.name());
    summary.press("Enter");
    assertThat(desk.page().getByText("Say in one line what it is about.")).isVisible();
    summary.fill(SUMMARY);
    summary.press("Enter");
    assertThat(whom).isHidden();
  }

  private static void picture(Window window, String name, int width, int height) {
    window.page().setViewportSize(width, height);
    assertThat(window.overflow()).as(name + " at " + width).isZero();
    window
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + "-" + width + ".png")));
    window.page().setViewportSize(1440, 900);
  }

  private static void fitForEverybody(Window window) {
    assertThat(
            new AxeBuilder(window.page())
                .analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getNodes())
                    .toList())
        .isEmpty();
    assertThat(window.overflow()).isZero();
    Page page = window.page();
    assertThat(page.locator("dialog, [role=dialog]")).hasCount(0);
  }
}
