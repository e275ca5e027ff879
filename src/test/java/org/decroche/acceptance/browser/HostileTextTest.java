package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class HostileTextTest {
  private static final String MARKUP =
      "<img src=/stolen onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
  private static final String REVERSED = "\u202Egnihton\u2067";

  @Test
  void whateverPeopleAndNetworksCallThemselvesIsPlainText(Stack stack, Chrome chrome) {
    try (OneDesk one = OneDesk.open(stack, chrome, Look.english().narrow())) {
      Window desk = one.window();
      List<String> asked = new CopyOnWriteArrayList<>();
      desk.page().onRequest(request -> asked.add(request.url()));
      double calm = height(desk);

      String name = MARKUP + REVERSED;
      String title = "W".repeat(200 - MARKUP.length()) + MARKUP;
      Matter matter =
          Matter.of(
              one.scene(),
              one.alice(),
              name,
              title,
              MARKUP + "long ".repeat(1500),
              List.of("N".repeat(7900) + MARKUP, REVERSED + MARKUP));
      Caller caller = one.scene().calls(matter.calls().from(header(matter.number())));
      assertThat(desk.headline()).hasText(name);
      assertThat(desk.strip()).containsText(title);
      assertThat(height(desk)).isEqualTo(calm);
      plain(desk, asked);
      desk.page().setViewportSize(1440, 900);
      plain(desk, asked);
      caller.hangUp();
      assertThat(desk.strip()).containsText("hung up before anyone picked up.");
      plain(desk, asked);

      // All of it is shown to whoever has work to do for them.
      desk.page().locator("[type=search]").fill(matter.number());
      desk.page().locator(".people button").first().click();
      assertThat(desk.page().getByText("NNNNNNNN")).isVisible();
      plain(desk, asked);
      desk.button("Close").click();
      desk.page().locator("[type=search]").fill("");

      Caller nonsense =
          one.scene().calls(Manner.of("300%26PJSIP%2Fx%0D%0AAction%3A%20Originate%0D%0A"));
      assertThat(desk.strip()).containsText("Ringing");
      assertThat(desk.headline()).hasText("Unreadable number");
      plain(desk, asked);
      nonsense.hangUp();
      assertThat(desk.headline()).hasText("All calm");
    }
  }

  @Test
  void whatAnAgentTypesIsPlainTextToo(Stack stack, Chrome chrome) {
    try (OneDesk one = OneDesk.open(stack, chrome, Look.english())) {
      Window desk = one.window();
      List<String> asked = new CopyOnWriteArrayList<>();
      desk.page().onRequest(request -> asked.add(request.url()));
      one.alice()
          .api()
          .put(
              "/api/me/availability",
              new JsonObject().put("availability", "away").put("reason", MARKUP + REVERSED));
      assertThat(desk.headline()).containsText("You are away: <img");
      desk.page().locator("[type=search]").fill("<b>nobody</b>");
      assertThat(desk.page().getByText("Nobody found for “<b>nobody</b>”.")).isVisible();
      plain(desk, asked);
    }
  }

  private static String header(String number) {
    return "\"" + MARKUP.replace("\"", "'") + "\" <sip:" + number + "@trunk.example>";
  }

  private static double height(Window desk) {
    return desk.strip().boundingBox().height;
  }

  private static void plain(Window desk, List<String> asked) {
    assertThat(desk.page().locator("img, body script")).hasCount(0);
    assertThat(desk.page().evaluate("String(window.hacked)")).isEqualTo("undefined");
    assertThat(asked).noneMatch(url -> url.contains("stolen"));
    assertThat(desk.overflow()).isZero();
  }
}
