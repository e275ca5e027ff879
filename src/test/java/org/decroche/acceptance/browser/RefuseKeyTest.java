package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One key leaves a call that rings to somebody else; typing is no such key. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class RefuseKeyTest {
  private final Scene scene;
  private final Stack stack;
  private final Chrome chrome;

  RefuseKeyTest(Stack stack, Chrome chrome) {
    this.scene = stack.scene();
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void everybodyLeaves() {
    scene.close();
  }

  @Test
  void theKeyRefusesTheCallAndTheDeskSaysSo() {
    Agent alice = scene.agent("Alice");
    SipPhone phone = alice.readyWith(Behaviour.ringing());
    SipPhone next = scene.agent("Karim").readyWith(Behaviour.ringing());
    try (Window desk = Window.open(chrome, stack, Look.english()).signIn(alice)) {
      assertThat(desk.button("Refuse")).isHidden();
      scene.calls(Manner.of(scene.mobile()));
      assertThat(desk.button("Refuse")).isVisible();
      phone.await("180 INVITE");

      desk.page().getByRole(com.microsoft.playwright.options.AriaRole.SEARCHBOX).fill("d");
      assertThat(desk.strip()).containsText("Ringing");
      desk.page().keyboard().press("Escape");
      desk.page().evaluate("document.activeElement.blur()");
      desk.page().keyboard().press("d");

      assertThat(desk.strip()).containsText("You refused the call from");
      assertThat(desk.button("Refuse")).isHidden();
      phone.await("CANCEL");
      next.awaitInvite();
    }
  }
}
