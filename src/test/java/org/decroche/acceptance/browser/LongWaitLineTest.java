package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The card of a caller who was answered, and so billed, before a human was there. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class LongWaitLineTest {
  @Test
  void theCardSaysHowLongTheyWereBilledBeforeAnybodyPickedUp(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      scene.routing(new JsonObject().put("longWaitSeconds", 10));
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      alice.readyWith(Behaviour.ringing());
      alice.chooses("away");
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      Caller caller = scene.calls(matter.calls());
      caller.await("200 INVITE");

      scene.passes(java.time.Duration.ofSeconds(1)); // so that there is a second to be billed
      alice.chooses("ready");

      assertThat(english.strip()).containsText("a very long wait");
      assertThat(english.strip()).containsText("s billed before anybody picked up");
      assertThat(french.page().locator("section.strip")).containsText("très longue attente");
      LookTest.look(both, "long-wait");
      caller.hangUp();
      assertThat(english.headline()).hasText("All calm");
    }
  }
}
