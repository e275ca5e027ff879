package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said before anybody knows who calls is written down, and goes where it belongs. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class CallNoteTest {
  @Test
  void whatAStrangerSaysIsKeptWithTheCallAndOpensTheirCase(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      scene.routing(new JsonObject().put("wrapUpSeconds", 600));
      Agent alice = scene.agent("Alice");
      alice.readyWith(Behaviour.answering(Duration.ZERO));
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      Instant start = Instant.now();
      Caller caller = scene.calls(Manner.of(scene.mobile()));
      Locator note = english.page().getByLabel("What is said on this call");
      assertThat(note).isVisible();
      String call = english.watching().pop(start).what().getJsonObject("json").getString("call");
      Keyboard keys = english.page().keyboard();
      keys.press("n");
      assertThat(note).isFocused();
      keys.type("Plus de ligne depuis mardi.");
      assertThat(english.page().getByText("Kept as a draft")).isVisible();
      assertThat(alice.api().items("/api/drafts").getJsonObject(0).getString("key"))
          .isEqualTo("call-" + call);
      assertThat(french.page().getByLabel("Ce qui se dit pendant cet appel")).isVisible();
      LookTest.look(both, "call-note");

      english.page().getByLabel("Name of the caller").fill("Inès Garcia");
      english.page().getByLabel("Name of the caller").press("Enter");
      assertThat(english.headline()).hasText("Inès Garcia");
      assertThat(note).hasValue("Plus de ligne depuis mardi.");
      english.button("Open a case with it, in your name").press("Enter");
      assertThat(note).hasCount(0);
      assertThat(english.page().locator(".case")).containsText("Plus de ligne depuis mardi.");
      Wait.until(
          "no draft is left",
          Duration.ofSeconds(5),
          () -> alice.api().items("/api/drafts").isEmpty());
      caller.hangUp();
      assertThat(english.strip()).containsText("Call ended");
    }
  }
}
