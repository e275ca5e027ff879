package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After a call only one thing is asked, and it may be left empty. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class WrapUpQuestionTest {
  @Test
  void whatWasPromisedAndSolvedIsSaidByKeysOrLeftEmpty(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      scene.routing(new JsonObject().put("wrapUpSeconds", 600));
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      alice.readyWith(Behaviour.answering(Duration.ZERO));
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      Keyboard keys = english.page().keyboard();
      Locator asked = english.page().locator(".wrap-up");

      String first = talked(scene, matter, english, alice);
      assertThat(french.page().locator(".wrap-up")).containsText("Qu’avons-nous promis ?");
      // It came by itself: the cursor is where it was.
      assertThat(asked.locator(":focus")).hasCount(0);
      LookTest.look(both, "wrap-up-question");
      keys.press("q");
      keys.type("Rappeler jeudi matin");
      keys.press("Enter");
      assertThat(asked).containsText("Still missing: By when");
      for (int down = 0; down < 4; down++) {
        keys.press("ArrowDown");
      }
      keys.press("Enter");
      assertThat(english.headline()).hasText("All calm");
      JsonObject promise = promises(alice, matter).getJsonObject(0);
      assertThat(promise.getString("what")).isEqualTo("Rappeler jeudi matin");
      assertThat(promise.getString("callId")).isEqualTo(first);
      french.page().keyboard().press("F");
      assertThat(french.page().locator(".wrap-up")).hasCount(0);

      talked(scene, matter, english, alice);
      keys.press("f");
      assertThat(english.headline()).hasText("All calm");
      assertThat(promises(alice, matter)).hasSize(1);
      french.page().keyboard().press("F");

      String third = talked(scene, matter, english, alice);
      keys.press("q");
      keys.press("Tab");
      keys.press("Tab");
      keys.type("Tout remarche.");
      keys.press("Enter");
      assertThat(english.headline()).hasText("All calm");
      JsonObject closed = alice.api().get("/api/cases/" + matter.caseId());
      assertThat(closed.getJsonObject("closing").getString("callId")).isEqualTo(third);
      assertThat(closed.getJsonObject("closing").getString("words")).isEqualTo("Tout remarche.");
    }
  }

  /** A call that is over, with its wrap-up begun; its id. */
  private static String talked(Scene scene, Matter matter, Window window, Agent alice) {
    alice.awaitActivity("idle");
    Instant start = Instant.now();
    Caller caller = scene.calls(matter.calls());
    assertThat(window.page().locator(".tag.talking")).isVisible();
    caller.hangUp();
    assertThat(window.page().locator(".wrap-up")).isVisible();
    return window.watching().pop(start).what().getJsonObject("json").getString("call");
  }

  private static JsonArray promises(Agent alice, Matter matter) {
    return alice.api().items("/api/cases/" + matter.caseId() + "/promises");
  }
}
