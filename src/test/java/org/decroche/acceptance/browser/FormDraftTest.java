package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent types into a short form is there again, whatever breaks or closes meanwhile. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class FormDraftTest {
  private static final String NOT_KEPT = "The service does not have this draft yet";
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Stack stack;
  private final Chrome chrome;

  FormDraftTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void everythingIsMended() {
    stack.mend();
  }

  @Test
  void aServiceKilledWhileOneTypesAPromiseLosesNoLetter() {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Solène Abadie");
      Locator card = opened(desk.signIn(alice), matter);
      Keyboard keys = desk.page().keyboard();
      keys.press("p");
      keys.type("A new");
      assertThat(card.getByText("Kept as a draft")).isVisible();
      assertThat(drafts(alice))
          .containsExactly(Map.entry("case-" + matter.caseId() + ".promise.what", "A new"));
      try {
        stack.service().kill();
        keys.type(" box");
        assertThat(card.getByText(NOT_KEPT)).isVisible();
      } finally {
        stack.service().start();
        stack.service().awaitReady();
      }
      keys.type(", today");
      assertThat(card.getByText("Kept as a draft")).isVisible();
      Locator what = desk.page().getByLabel("What we promised");
      assertThat(what).isFocused();
      assertThat(what).hasValue("A new box, today");
      assertThat(drafts(alice)).containsValue("A new box, today");

      keys.press("Tab");
      keys.press("ArrowDown");
      keys.press("Enter");
      assertThat(card.locator(".owed-list")).containsText("A new box, today");
      Wait.until("no draft is left", SOON, () -> drafts(alice).isEmpty());
    }
  }

  @Test
  void aDatabaseThatIsStartedAnewWhileOneTypesTheCustomersWordLosesNoLetter() {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Yann Le Goff");
      Locator card = opened(desk.signIn(alice), matter);
      Keyboard keys = desk.page().keyboard();
      keys.press("s");
      keys.type("It works");
      assertThat(card.getByText("Kept as a draft")).isVisible();
      try {
        stack.database().kill();
        keys.type(" again");
        assertThat(card.getByText(NOT_KEPT)).isVisible();
      } finally {
        stack.mend();
      }
      keys.type(", thanks");
      assertThat(card.getByText("Kept as a draft")).isVisible();
      assertThat(drafts(alice))
          .containsExactly(
              Map.entry("case-" + matter.caseId() + ".close.words", "It works again, thanks"));
    }
  }

  @Test
  void aTabClosedInMidWordLeavesEveryFormOpenToTheNext() {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Inès Marchal");
      opened(desk.signIn(alice), matter);
      Keyboard keys = desk.page().keyboard();
      try {
        stack.service().freeze();
        keys.press("e");
        keys.type("Depot of Lyon");
        keys.press("Tab");
        keys.type("A power supp");
        keys.press("Tab");
        keys.press("ArrowDown");
        desk.page().close();
      } finally {
        stack.service().thaw();
        stack.service().awaitReady();
      }
      Window next = desk.tab();
      Locator card = opened(next, matter);
      assertThat(next.page().getByLabel("Third party", exact())).hasValue("Depot of Lyon");
      assertThat(next.page().getByLabel("What they owe")).hasValue("A power supp");
      assertThat(card.getByText("Kept as a draft")).isVisible();
      // It came by itself: the cursor is where the agent has put it.
      assertThat(next.heading(matter.person())).isFocused();
      Wait.until("the service has it", SOON, () -> drafts(alice).size() == 3);

      Locator half = card.locator("[data-act=errand]");
      next.page().getByLabel("What they owe").press("Escape");
      assertThat(half).containsText("half-written");
      half.press("Enter");
      card.getByText("Throw away").press("Enter");
      assertThat(half).not().containsText("half-written");
      Wait.until("no draft is left", SOON, () -> drafts(alice).isEmpty());
    }
  }

  @Test
  void oneGoesOnAtAnotherMachineWhereItIsShownAndUndoesNobodysWordsUnseen() {
    try (Scene scene = stack.scene()) {
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Aline Dubreuil");
      try (Window desk = Window.open(chrome, stack, Look.english())) {
        Locator card = opened(desk.signIn(alice), matter);
        desk.page().keyboard().press("k");
        desk.page().keyboard().type("Cannot wo");
        assertThat(card.getByText("Kept as a draft")).isVisible();
        desk.button("Sign out").click();
        assertThat(desk.page().locator("input[name=login]")).isVisible();
      }
      scene
          .administrator()
          .put(
              "/api/cases/" + matter.caseId(),
              new JsonObject()
                  .put("version", 1)
                  .put("title", matter.title())
                  .put("effect", "No line since Tuesday"));
      try (Window french = Window.open(chrome, stack, Look.french());
          Window other = Window.open(chrome, stack, Look.english())) {
        List.of(french, other).forEach(window -> window.signIn(alice));
        Locator half = other.page().locator(".left-over li");
        assertThat(half).containsText("Aline Dubreuil");
        assertThat(half).containsText("other words");
        assertThat(half).containsText("Cannot wo");
        LookTest.look(List.of(french, other), "half-written");
        half.locator("button.name").press("Enter");
        Locator effect = other.page().getByLabel("What it does to them (optional)");
        assertThat(effect).hasValue("Cannot wo");
        assertThat(half).hasCount(0);
        effect.press("End");
        effect.pressSequentially("rk");
        effect.press("Control+Enter");
        assertThat(other.page().locator(".case").first())
            .containsText("changed this meanwhile (what it does to them");
        assertThat(effect).hasValue("Cannot work");
        effect.press("Control+Enter");
        assertThat(other.page().locator(".standing .effect")).containsText("Cannot work");
        Wait.until("no draft is left", SOON, () -> drafts(alice).isEmpty());
      }
    }
  }

  @Test
  void whatWasPromisedOnACallCanStillBeSavedWhenItsTabIsGone() {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english())) {
      scene.routing(new JsonObject().put("wrapUpSeconds", 600));
      Agent alice = scene.agent("Alice");
      Matter matter = matter(scene, alice, "Lucie Ferrand");
      alice.readyWith(Behaviour.answering(Duration.ZERO));
      desk.signIn(alice);
      Instant start = Instant.now();
      Caller caller = scene.calls(matter.calls());
      assertThat(desk.page().locator(".tag.talking")).isVisible();
      String call = desk.watching().pop(start).what().getJsonObject("json").getString("call");
      desk.page().keyboard().press("i");
      assertThat(desk.page().locator(".standing")).isVisible();
      caller.hangUp();
      assertThat(desk.page().locator(".wrap-up")).isVisible();
      desk.page().keyboard().press("q");
      desk.page().keyboard().type("Call back on Fri");
      assertThat(desk.page().locator(".wrap-up").getByText("Kept as a draft")).isVisible();
      desk.page().close();

      Window next = desk.tab();
      Locator asked = next.page().locator(".wrap-up");
      assertThat(asked).containsText("After the call with Lucie Ferrand");
      Locator what = asked.getByLabel("What did we promise? (optional)");
      assertThat(what).hasValue("Call back on Fri");
      what.press("End");
      what.pressSequentially("day");
      what.press("Tab");
      next.page().keyboard().press("ArrowDown");
      next.page().keyboard().press("Enter");
      assertThat(asked).hasCount(0);
      JsonObject promise =
          alice.api().items("/api/cases/" + matter.caseId() + "/promises").getJsonObject(0);
      assertThat(promise.getString("what")).isEqualTo("Call back on Friday");
      assertThat(promise.getString("callId")).isEqualTo(call);
    }
  }

  private static Page.GetByLabelOptions exact() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Matter matter(Scene scene, Agent owner, String person) {
    return Matter.of(scene, owner, person, "Line is dead", "No tone since noon.", List.of());
  }

  private static Locator opened(Window desk, Matter matter) {
    assertThat(desk.page().locator(".link.live")).isVisible();
    desk.page().locator("[type=search]").fill(matter.number());
    desk.page().locator("search li button").first().press("Enter");
    assertThat(desk.heading(matter.person())).isFocused();
    Locator card =
        desk.page().locator(".case").filter(new Locator.FilterOptions().setHasText(matter.title()));
    assertThat(card.locator(".standing")).isVisible();
    return card;
  }

  /** By their keys. */
  private static Map<String, String> drafts(Agent agent) {
    Map<String, String> drafts = new TreeMap<>();
    agent.api().get("/api/drafts").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(draft -> !draft.getString("key").endsWith(".version"))
        .forEach(draft -> drafts.put(draft.getString("key"), draft.getString("text")));
    return drafts;
  }
}
