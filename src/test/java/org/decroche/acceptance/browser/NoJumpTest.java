package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Nothing jumps when data arrives (issue 5): what is read stays where it is read. Measured as
 * Cumulative Layout Shift, of which 0.1 is "good" (web.dev, Web Vitals).
 */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class NoJumpTest {
  private static final double GOOD = 0.1;

  private final Stack stack;
  private final Chrome chrome;

  NoJumpTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @Test
  void aDeskStaysInPlaceWhenItIsFilledWhenItRingsAndWhenTheyTalk() {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      alice.readyWith(Behaviour.answering(Duration.ofSeconds(3)));
      desk.signIn(alice);
      desk.page().reload();
      assertThat(desk.page().locator(".link.live")).isVisible();
      still(desk, "filled");

      Caller caller = scene.calls(matter.calls());
      assertThat(desk.page().locator(".tag.ringing")).isVisible();
      still(desk, "rings");
      assertThat(desk.page().locator(".tag.talking")).isVisible();
      still(desk, "they talk");
      caller.hangUp();
      assertThat(desk.strip()).containsText("Call ended");
      still(desk, "ended");
    }
  }

  @Test
  void aBoardDoesWhenItIsFilledAndWhenSomebodyCalls() {
    try (Scene scene = stack.scene();
        Window board = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      board.signIn(alice).page().navigate("/board");
      assertThat(board.page().locator(".tiles")).isVisible();
      still(board, "filled");
      String mobile = scene.mobile();
      Caller caller = scene.calls(Manner.of(mobile));
      assertThat(board.page().locator("main"))
          .containsText("ending in " + mobile.substring(mobile.length() - 2));
      still(board, "somebody calls");
      caller.hangUp();
    }
  }

  @Test
  void everySectionOfTheAdministratorsPageDoesWhenItIsFilled() {
    try (Scene scene = stack.scene();
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      // What is told is longer than the window, so that what stood below would have moved.
      for (int i = 0; i < 15; i++) {
        long unused = scene.team("Team " + i);
      }
      List<String> sections =
          admin.page().locator("nav a").evaluateAll("all => all.map(one => one.hash)")
                  instanceof List<?> all
              ? all.stream().map(String::valueOf).toList()
              : List.of();
      assertThat(sections).hasSizeGreaterThan(5);
      for (String section : sections) {
        admin.page().navigate("/admin" + section);
        admin.page().reload();
        assertThat(admin.page().locator("main h1")).isVisible();
        admin.page().waitForLoadState(LoadState.NETWORKIDLE);
        still(admin.window(), section);
      }
    }
  }

  /** Since the last time it was asked: each moment for itself, as the measure has it. */
  private static void still(Window window, String when) {
    List<JsonObject> shifts = window.watching().shifts();
    assertThat(shifts.stream().mapToDouble(shift -> shift.getDouble("value")).sum())
        .as("%s: %s", when, shifts)
        .isLessThanOrEqualTo(GOOD);
  }
}
