package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class LostServiceTest {

  @Test
  void aDeskWithoutTheServiceSaysSoAndComesBackByItself(Stack stack, Chrome chrome) {
    try (OneDesk one = OneDesk.open(stack, chrome, Look.english())) {
      Window desk = one.window();
      Window calm = desk.tab();
      Matter matter = Matter.of(one.scene(), one.alice());
      one.phone().behave(Behaviour.answering(Duration.ofMillis(200)));
      Caller caller = one.scene().calls(matter.calls());
      assertThat(desk.strip()).containsText("On the line");
      desk.note(matter.title()).fill("Half a note");
      try {
        stack.service().kill();
        assertThat(desk.strip()).containsText("Not connected: last known state");
        // No clock runs and nothing looks live.
        assertThat(desk.strip().getByText("On the line")).isHidden();
        assertThat(desk.page().locator(".link")).hasText("Not connected");
        assertThat(desk.page().getByText("may still ring your phone")).isAttached();
        assertThat(desk.page()).hasTitle("⚠ Not connected · Décroché");
        desk.button("Save the note").click();
        assertThat(desk.page().getByText("Your text is kept here.")).isVisible();
      } finally {
        stack.service().start();
        stack.service().awaitReady();
      }
      assertThat(desk.page().locator(".link")).hasText("Connected");
      assertThat(desk.headline()).hasText(matter.person());
      assertThat(desk.strip()).containsText("On the line");
      assertThat(desk.note(matter.title())).hasValue("Half a note");
      desk.button("Try again").click();
      assertThat(desk.note(matter.title())).hasValue("");
      caller.hangUp();
      assertThat(desk.strip()).containsText("Call ended");
      // The other tab came back without being asked to.
      assertThat(calm.page().locator(".link")).hasText("Connected");
    }
  }
}
