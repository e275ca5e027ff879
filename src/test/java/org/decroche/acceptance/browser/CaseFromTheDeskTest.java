package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that can be done with a case, by keys alone. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class CaseFromTheDeskTest {
  private final Stack stack;
  private final Chrome chrome;

  CaseFromTheDeskTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void everythingIsMended() {
    stack.mend();
  }

  @Test
  void aCaseIsWorkedFromPromiseToTheCustomersWordByKeys() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Quentin");
      Matter matter = DemoLike.martin(stack, scene, alice);
      english.signIn(alice);
      Keyboard keys = english.page().keyboard();
      opened(english, matter);
      Locator card = card(english, matter);
      assertThat(card.locator(".standing")).containsText("Yours");

      keys.press("p");
      assertThat(english.page().getByLabel("What we promised")).isFocused();
      keys.press("Enter");
      assertThat(card).containsText("Still missing: What we promised");
      keys.type("Rappeler avec le numéro de suivi");
      keys.press("Enter");
      assertThat(card).containsText("Still missing: By when");
      laterThanToday(english);
      keys.press("Enter");
      assertThat(card.locator(".owed-list"))
          .containsText("You promised: Rappeler avec le numéro de suivi, due");
      assertThat(english.button("Promise P")).isFocused();

      keys.press("e");
      keys.type("Dépôt de Lyon");
      keys.press("Tab");
      keys.type("Bloc 12 V 2 A");
      keys.press("Tab");
      laterThanToday(english);
      keys.press("Tab");
      keys.type("Mme Faure, 04 99 00 11 22");
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).containsText("Dépôt de Lyon owes: Bloc 12 V 2 A,");
      assertThat(card.locator(".standing")).containsText("Theirs: Dépôt de Lyon");
      assertThat(card.locator("summary").first()).containsText("Waiting for a third party");

      keys.press("a");
      keys.type("Pas d'envoi express");
      keys.press("Tab");
      keys.type("Elle travaille de chez elle : express, à nos frais.");
      keys.press("Enter");
      assertThat(card).containsText("Against the rule “Pas d'envoi express”:");

      keys.press("k");
      assertThat(english.page().getByLabel("What it does to them (optional)")).isFocused();
      keys.type("Ne peut pas travailler depuis mardi.");
      LookTest.look(List.of(english), "case-form");
      keys.press("Control+Enter");
      assertThat(card.locator(".standing .effect"))
          .hasText("What it does to themNe peut pas travailler depuis mardi.");

      french.signIn(alice);
      opened(french, matter);
      assertThat(french.page().locator(".standing").first())
          .containsText("Au tiers : Dépôt de Lyon");
      LookTest.look(List.of(french, english), "case");

      // What is one of many has two keys, and shows them.
      assertThat(card.getByRole(AriaRole.BUTTON, named("Kept: Rappeler avec le numéro de suivi")))
          .containsText("V 1");
      keys.press("v");
      keys.press("1");
      assertThat(card.locator(".timeline")).containsText("Kept the promise: Rappeler");
      assertThat(card.getByRole(AriaRole.BUTTON, named("Done… Dépôt de Lyon: Bloc 12 V 2 A")))
          .containsText("V 2");
      keys.press("v");
      keys.press("1");
      keys.type("Parti hier.");
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).containsText("asked after 1 ×");
      keys.press("v");
      keys.press("2");
      keys.type("Reçu ce matin.");
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).hasCount(0);
      assertThat(card.locator(".standing")).containsText("Yours");

      card.locator("summary").first().focus();
      keys.press("g");
      assertThat(english.page().getByLabel("Who moves next")).isFocused();
      keys.type("The customer");
      keys.press("Tab");
      laterThanToday(english);
      keys.press("Enter");
      assertThat(card.locator(".standing")).containsText("The customer’s");
      assertThat(card.locator(".standing")).containsText("silence brings it back to its owner");
      assertThat(card.locator("summary").first()).containsText("Waiting for the customer");

      keys.press("s");
      keys.type("Tout remarche, merci.");
      keys.press("Tab");
      keys.type("In a written");
      keys.press("Tab");
      keys.type("SMS du 25");
      keys.press("Enter");
      assertThat(card.locator(".standing")).containsText("“Tout remarche, merci.”");
      assertThat(card.locator(".standing")).containsText("SMS du 25");
      assertThat(card.locator("summary").first()).containsText("Closed");
      LookTest.look(List.of(english), "case-closed");

      card.locator("summary").first().focus();
      keys.press("o");
      keys.type("Pas tout à fait");
      keys.press("Enter");
      assertThat(card.locator(".timeline")).containsText("Opened it again");

      keys.press("o");
      assertThat(english.page().getByLabel("New owner").locator("option:has-text('Quentin')"))
          .isAttached();
      keys.type("Quentin");
      keys.press("Tab");
      keys.type("Le bloc est arrivé, reste le Wi-Fi.");
      keys.press("Enter");
      assertThat(card.locator("summary").first()).containsText("Owner: " + bob.name());
      assertThat(scene.administrator().get("/api/cases/" + matter.caseId()).getJsonObject("owner"))
          .isEqualTo(new JsonObject().put("id", bob.id()).put("name", bob.name()));
    }
  }

  @Test
  void whatAColleagueChangedMeanwhileIsNotUndoneAndWhatWasTypedStays() {
    try (Scene scene = stack.scene();
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Bob");
      Matter matter = Matter.of(scene, alice);
      english.signIn(alice);
      opened(english, matter);
      Locator card = card(english, matter);
      Keyboard keys = english.page().keyboard();
      keys.press("k");
      Locator technical = english.page().getByLabel("What is technically wrong (optional)");
      technical.fill("12 V supply missing");
      scene
          .administrator()
          .put(
              "/api/cases/" + matter.caseId(),
              new JsonObject()
                  .put("version", 1)
                  .put("title", matter.title())
                  .put("customerWords", Matter.WORDS)
                  .put("effect", "Cannot work"));
      technical.press("Control+Enter");
      assertThat(card.getByRole(AriaRole.ALERT).filter(text("changed this meanwhile")))
          .containsText("(what it does to them)");
      assertThat(technical).hasValue("12 V supply missing");
      assertThat(card.locator(".standing .effect")).containsText("Cannot work");

      technical.press("Control+Enter");
      assertThat(card.locator(".standing")).containsText("12 V supply missing");
      JsonObject now = alice.api().get("/api/cases/" + matter.caseId());
      assertThat(now.getString("effect")).isEqualTo("Cannot work");
      assertThat(now.getString("technical")).isEqualTo("12 V supply missing");

      // A form left by Escape keeps its words; one sees who else is writing.
      keys.press("p");
      keys.type("Half a promise");
      keys.press("Escape");
      assertThat(english.page().getByLabel("What we promised")).hasCount(0);
      keys.press("p");
      assertThat(english.page().getByLabel("What we promised")).hasValue("Half a promise");
      bob.api()
          .put("/api/drafts/case-" + matter.caseId(), new JsonObject().put("text", "I was just"));
      assertThat(card.locator(".writers")).containsText(bob.name() + " is writing on this case.");
    }
  }

  @Test
  void aNoteIsCorrectedBesideWhatWasWritten() {
    try (Scene scene = stack.scene();
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = Matter.of(scene, alice);
      english.signIn(alice);
      opened(english, matter);
      Locator lines = card(english, matter).locator(".timeline li");
      assertThat(lines.filter(text(Matter.NOTE)).getByRole(AriaRole.BUTTON, named("Correct…")))
          .containsText("V 1");
      english.page().keyboard().press("v");
      english.page().keyboard().press("1");
      english.page().keyboard().press("Control+A");
      english.page().keyboard().type("The depot says it left on Tuesday.");
      english.page().keyboard().press("Control+Enter");
      assertThat(lines.first()).containsText("Corrected:");
      assertThat(lines.first().locator("del")).hasText(Matter.NOTE);
      assertThat(lines.first()).containsText("left on Tuesday");
      assertThat(lines.filter(text("corrected later"))).hasCount(1);
    }
  }

  @Test
  void whatIsPromisedOnACallNamesTheCallAndThatCallCanCloseTheCase() {
    try (Scene scene = stack.scene();
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = Matter.of(scene, alice);
      alice.readyWith(Behaviour.answering(Duration.ZERO));
      english.signIn(alice);
      Instant start = Instant.now();
      Caller caller = scene.calls(matter.calls());
      assertThat(english.page().locator(".tag.talking")).isVisible();
      String call = english.watching().pop(start).what().getJsonObject("json").getString("call");
      Keyboard keys = english.page().keyboard();
      // Nothing can be done with what is not shown: first, who it is.
      keys.press("p");
      assertThat(card(english, matter)).containsText("Yours");
      assertThat(english.page().locator(".standing, .acts, .timeline")).hasCount(0);
      keys.press("i");
      Locator card = card(english, matter);
      assertThat(card.locator(".standing")).isVisible();

      keys.press("p");
      keys.type("A new box");
      keys.press("Tab");
      laterThanToday(english);
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).containsText("You promised: A new box");
      assertThat(
              alice
                  .api()
                  .items("/api/cases/" + matter.caseId() + "/promises")
                  .getJsonObject(0)
                  .getString("callId"))
          .isEqualTo(call);

      keys.press("s");
      keys.type("It works now.");
      keys.press("Enter");
      assertThat(card.locator(".standing")).containsText("“It works now.”");
      assertThat(
              alice
                  .api()
                  .get("/api/cases/" + matter.caseId())
                  .getJsonObject("closing")
                  .getString("callId"))
          .isEqualTo(call);
      caller.hangUp();
      assertThat(english.strip()).containsText("Call ended");
    }
  }

  /** In the list of dates that has the cursor: one that is there at every time of the day. */
  private static void laterThanToday(Window window) {
    assertThat(window.page().locator("select:focus")).isVisible();
    for (int down = 0; down < 4; down++) {
      window.page().keyboard().press("ArrowDown");
    }
  }

  private static void opened(Window desk, Matter matter) {
    Locator search = desk.page().getByRole(AriaRole.SEARCHBOX);
    desk.page().keyboard().press("/");
    assertThat(search).isFocused();
    desk.page().keyboard().type(matter.number());
    desk.page().locator("search li button").first().press("Enter");
    assertThat(desk.heading(matter.person())).isFocused();
    assertThat(card(desk, matter).locator(".standing")).isVisible();
  }

  private static Locator card(Window desk, Matter matter) {
    return desk.page().locator(".case").filter(text(matter.title()));
  }

  private static Locator.FilterOptions text(String wanted) {
    return new Locator.FilterOptions().setHasText(wanted);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}
