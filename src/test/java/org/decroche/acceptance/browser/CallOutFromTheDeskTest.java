package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calling back, calling a customer's number and a typed one, as the agent sees it: by keys. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class CallOutFromTheDeskTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private final Stack stack;
  private final Chrome chrome;

  CallOutFromTheDeskTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void everythingIsMended() {
    stack.mend();
  }

  @Test
  void oneKeyCallsBackAndTheDebtIsPaidOnceSomebodyWasReached() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      givesUp(scene, matter, phone);
      Locator owed = english.page().locator(".debts li");
      assertThat(owed).hasCount(1);
      phone.behave(Behaviour.answering(SOON));
      alice.awaitActivity("idle");

      try (Provider provider =
          stack.provider(Behaviour.answering(SOON).talkingFor(SOON.multipliedBy(2)))) {
        Locator search = search(english);
        english.page().locator("body").press("b");
        assertThat(english.strip()).containsText("Your phone rings");
        assertThat(english.headline()).hasText(matter.person());
        assertThat(french.page().locator("section.strip"))
            .containsText("Décrochez votre téléphone");
        search.focus();
        assertThat(english.strip()).containsText("Theirs rings");
        assertThat(provider.awaitInvite().header("From").orElseThrow()).contains(scene.number());
        assertThat(english.strip()).containsText("On the line");
        assertThat(search).isFocused();
        LookTest.look(both, "call-out-talking");
        assertThat(english.strip()).containsText("Who answered?");
        assertThat(search).isFocused();
      }
      LookTest.look(both, "call-out-judge");
      assertThat(owed).hasCount(1); // until somebody was reached

      search(english).blur();
      english.page().keyboard().press("y");

      both.forEach(window -> assertThat(window.page().locator(".strip.quiet")).isVisible());
      assertThat(owed).hasCount(0);

      // What was promised is asked after a call out as after any other.
      Locator asked = english.page().locator(".wrap-up");
      assertThat(asked).containsText("Before you finish");
      assertThat(asked.locator(":focus")).hasCount(0);
      Keyboard keys = english.page().keyboard();
      keys.press("q");
      keys.type("A new box");
      keys.press("Tab");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(asked).hasCount(0);
      JsonObject promise =
          alice.api().items("/api/cases/" + matter.caseId() + "/promises").getJsonObject(0);
      assertThat(promise.getString("what")).isEqualTo("A new box");
      assertThat(promise.getString("callId")).isNotNull();
    }
  }

  @Test
  void aTypedNumberIsCalledOrItIsSaidWhyNot() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french().narrow());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));

      Locator field = english.page().getByLabel("Call a number");
      english.page().keyboard().press("t");
      assertThat(field).isFocused();
      refused(english, field, "15", "dial it by hand on your phone");
      refused(english, field, "0899 12 34 56", "costs more than a call");
      refused(english, field, "+1 212 555 0100", "not allowed");
      refused(english, field, scene.number(), "one of our own numbers");
      Locator champ = french.page().getByLabel("Appeler un numéro");
      refused(french, champ, "15", "composez-le sur votre téléphone");
      LookTest.look(both, "call-out-refused");
      assertThat(phone.invites()).isEmpty();

      String jeanne = scene.mobile();
      field.fill("0" + jeanne.substring(3));
      field.press("Enter");
      assertThat(english.strip()).containsText("Your phone rings");
      assertThat(field).hasValue("");
      assertThat(field).isFocused();
      refused(french, champ, jeanne, "déjà en appel");

      field.blur();
      english.page().keyboard().press("x");
      phone.await("CANCEL");
      assertThat(english.strip()).containsText("Not called");
      english.page().keyboard().press("f");
      assertThat(english.page().locator(".strip.quiet")).isVisible();
    }
  }

  @Test
  void eachNumberOfACustomerIsAKey() {
    try (Scene scene = stack.scene();
        Window english = Window.open(chrome, stack, Look.english());
        Provider provider = stack.provider(Behaviour.refusing("486 Busy Here", SOON))) {
      Agent alice = scene.agent("Alice");
      Matter matter = Matter.of(scene, alice);
      alice.readyWith(Behaviour.answering(Duration.ZERO));
      english.signIn(alice);
      search(english).fill(matter.number());
      english.page().locator("search li button").first().press("Enter");
      assertThat(english.heading(matter.person())).isVisible();

      Locator key = english.button("Call " + matter.display());
      key.press("Enter");

      assertThat(provider.awaitInvite().text()).startsWith("INVITE sip:" + matter.number() + "@");
      assertThat(english.strip()).containsText("Busy");
      assertThat(english.strip()).not().containsText("Who answered?");
      assertThat(key).isFocused();
    }
  }

  @Test
  void whoAnsweredIsOneKeyOnAPhoneInFrenchToo() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french().narrow());
        Provider provider =
            stack.provider(
                Behaviour.answering(Duration.ZERO).talkingFor(Duration.ofMillis(1500)))) {
      Agent alice = scene.agent("Alice");
      Matter matter = Matter.of(scene, alice);
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      french.signIn(alice);
      givesUp(scene, matter, phone);
      assertThat(french.page().locator(".debts li")).hasCount(1);
      phone.behave(Behaviour.answering(Duration.ZERO));
      alice.awaitActivity("idle");

      french.page().keyboard().press("b");
      provider.awaitInvite();
      Locator strip = french.page().locator("section.strip");
      assertThat(strip).containsText("Qui a décroché ?");
      assertThat(strip).containsText("Joint J");
      LookTest.look(List.of(french), "call-out-judge-narrow");
      french.page().keyboard().press("m");
      assertThat(french.page().locator(".strip.quiet")).isVisible();
      assertThat(french.page().locator(".debts li")).hasCount(1);
      assertThat(scene.administrator().items("/api/calls?limit=20").encode())
          .contains("wrong-person");
    }
  }

  @Test
  void whoAnsweredIsStillAskedAfterTheStripHasForgotten() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french().narrow());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      try (Provider provider =
          stack.provider(Behaviour.answering(Duration.ZERO).talkingFor(SOON))) {
        Locator field = english.page().getByLabel("Call a number");
        field.fill("0" + scene.mobile().substring(3));
        field.press("Enter");
        provider.await("BYE");
        phone.await("BYE");
        assertThat(english.strip()).containsText("Who answered?");
        assertThat(english.heading("Who answered?")).hasCount(0); // it is asked once
      }

      stack.service().kill();
      stack.mend();
      both.forEach(window -> window.page().reload());

      assertThat(english.heading("Who answered?")).isVisible();
      assertThat(french.heading("Qui a décroché ?")).isVisible();
      LookTest.look(both, "call-out-unjudged");
      english.button("Machine").press("Enter");
      assertThat(english.heading("Who answered?")).hasCount(0);
    }
  }

  private static void refused(Window window, Locator field, String number, String said) {
    field.fill(number);
    field.press("Enter");
    assertThat(window.page().locator("#typed-fault")).containsText(said);
    assertThat(field).hasValue(number);
  }

  private static Locator search(Window window) {
    return window.page().getByRole(AriaRole.SEARCHBOX);
  }

  private static void givesUp(Scene scene, Matter matter, SipPhone phone) {
    Caller caller = scene.calls(matter.calls());
    phone.awaitInvite();
    caller.await("180 INVITE");
    caller.hangUp();
    Wait.until("the caller is gone", caller::isOver);
  }
}
