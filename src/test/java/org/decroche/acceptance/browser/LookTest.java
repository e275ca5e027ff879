package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What axe-core finds in each state, language and scheme: nothing. Each is kept as a picture. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class LookTest {
  private static final Path PICTURES = Path.of("target/screenshots");

  @Test
  void everyStateIsFitForEverybodyFromPhoneToWall(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      List<Window> both = List.of(french, english);
      assertThat(french.button("Se connecter")).isVisible();
      assertThat(english.button("Sign in")).isVisible();
      look(both, "sign-in");

      SipPhone phone = alice.readyWith(Behaviour.ringing());
      both.forEach(window -> window.signIn(alice));
      assertThat(english.headline()).hasText("All calm");
      assertThat(french.page().locator("h1")).hasText("Tout est calme");
      look(both, "idle");

      Caller caller = scene.calls(matter.calls());
      both.forEach(window -> assertThat(window.page().locator(".tag.ringing")).isVisible());
      look(both, "ringing");
      caller.hangUp();
      assertThat(english.headline()).hasText("All calm");

      phone.behave(Behaviour.answering(Duration.ZERO));
      Caller second = scene.calls(matter.calls());
      both.forEach(window -> assertThat(window.page().locator(".tag.talking")).isVisible());
      look(both, "talking");
      french.page().keyboard().press("i");
      both.forEach(
          window ->
              assertThat(window.page().locator("body")).containsText("travaille de chez moi"));
      look(both, "identified");
      second.hangUp();
      assertThat(english.strip()).containsText("Call ended");
    }
  }

  @Test
  void theStatesOfABusyAgentAreToo(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      scene.routing(new JsonObject().put("patienceSeconds", 60).put("wrapUpSeconds", 600));
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      Matter other =
          Matter.of(scene, alice, "Nadia Petit", "Tree on the line", "A tree fell.", List.of());
      SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));

      Caller talks = scene.calls(other.calls());
      both.forEach(window -> assertThat(window.page().locator(".tag.talking")).isVisible());
      Caller waits = scene.calls(matter.calls());
      assertThat(english.strip()).containsText(matter.person() + " is waiting for you");
      look(both, "theirs-waiting");
      waits.hangUp();
      assertThat(english.strip())
          .containsText(matter.person() + ", who was waiting for you, hung up");

      talks.hangUp();
      both.forEach(window -> assertThat(window.page().locator(".strip.ended")).isVisible());
      assertThat(english.strip()).containsText("wrap-up");
      look(both, "wrap-up");
      both.forEach(window -> window.page().keyboard().press("F"));
      assertThat(english.headline()).hasText("All calm");
      assertThat(french.page().locator("h1")).hasText("Tout est calme");

      scene.offersLast(1);
      phone.behave(Behaviour.ringing());
      for (int missed = 1; missed <= 3; missed++) {
        Caller unanswered = scene.calls(matter.calls());
        assertThat(english.page().locator(".strip.ringing")).isVisible();
        assertThat(english.page().locator(".strip.ringing")).not().isVisible();
        unanswered.hangUp();
        Wait.until("the caller is gone", unanswered::isOver);
      }
      assertThat(english.headline()).containsText("You are away: calls were missed");
      look(both, "missed");
      english.page().keyboard().press("R");
      assertThat(english.headline()).hasText("All calm");
      assertThat(french.page().locator("h1")).hasText("Tout est calme");
    }
  }

  static void look(List<Window> windows, String state) {
    for (Window window : windows) {
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        faultless(window, state + " " + scheme);
        if (window == windows.getFirst()) {
          picture(window, state + (scheme == ColorScheme.DARK ? "-dark" : ""), 1440, 900);
        }
      }
    }
    Window first = windows.getFirst();
    picture(first, state, 3840, 2160);
    picture(first, state, 360, 740);
    first.page().setViewportSize(1440, 900);
  }

  private static void faultless(Window window, String what) {
    // Whoever wants less motion has none.
    assertThat(window.page().evaluate("document.getAnimations().length")).as(what).isEqualTo(0);
    AxeResults looked = new AxeBuilder(window.page()).analyze();
    assertThat(looked.getPasses()).as("rules that had something to look at").hasSizeGreaterThan(10);
    List<Rule> found = looked.getViolations();
    assertThat(found)
        .as(what)
        .withRepresentation(
            rules ->
                found.stream()
                    .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                    .toList()
                    .toString())
        .isEmpty();
  }

  private static void picture(Window window, String name, int width, int height) {
    window.page().setViewportSize(width, height);
    assertThat(window.overflow()).as(name + " at " + width).isZero();
    assertThat(window.cutOff()).as(name + " is cut off at " + width).isZero();
    window
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
  }
}
