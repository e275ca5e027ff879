package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a supervisor does from the board, by keyboard, and a board that hears nothing any more. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class SupervisingPageTest {
  private final Stack stack;
  private final Chrome chrome;

  SupervisingPageTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @Test
  void aRingingPhoneIsStoppedAndTheNextHumanIsRung() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window board = Window.open(chrome, stack, Look.english())) {
      scene.offersLast(60);
      Agent alice = scene.agent("Alice");
      Agent bruno = scene.agent("Bruno");
      Agent carole = supervisor(scene.agent("Carole"));
      SipPhone first = alice.readyWith(Behaviour.ringing());
      List<Window> both = List.of(french, board);
      both.forEach(window -> window.signIn(carole).page().navigate("/board"));
      String mobile = scene.mobile();
      Caller caller = scene.calls(Manner.of(mobile));
      first.awaitInvite(1, Wait.LONG_ENOUGH);
      SipPhone next = bruno.readyWith(Behaviour.ringing());
      Locator waits = line(board, "Who waits", ending(mobile));
      assertThat(waits).containsText("rings at " + alice.name());
      assertThat(line(french, "Qui attend", mobile.substring(mobile.length() - 2)))
          .containsText(alice.name());
      LookTest.look(both, "board-supervisor");

      key(board, "Stop ringing: " + ending(mobile)).press("Enter");

      next.awaitInvite(1, Wait.LONG_ENOUGH);
      assertThat(waits).containsText("rings at " + bruno.name());
      assertThat(first.invites()).hasSize(1);
      assertThat(withdrawnBy(scene.recordOf(mobile, "withdrawn"))).isEqualTo(carole.name());
      assertThat(board.page().locator("body")).not().isFocused();
      caller.hangUp();
      Wait.until("the caller is gone", caller::isOver);
    }
  }

  @Test
  void somebodyIsSetAwayAndReadyAndTheirDeskSaysSo() {
    try (Scene scene = stack.scene();
        Window desk = Window.open(chrome, stack, Look.english());
        Window board = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent carole = supervisor(scene.agent("Carole"));
      alice.readyWith(Behaviour.ringing());
      desk.signIn(alice);
      assertThat(desk.availability("Ready")).isChecked();
      board.signIn(carole).page().navigate("/board");

      key(board, "Set away: " + alice.name()).press("Enter");
      assertThat(desk.availability("Away")).isChecked();
      assertThat(line(board, "The team", alice.name())).containsText("away");
      assertThat(key(board, "Set ready: " + alice.name())).isFocused();
      board.page().keyboard().press("Enter");
      assertThat(desk.availability("Ready")).isChecked();
      assertThat(line(board, "The team", alice.name())).containsText("ready");

      String lines = "/api/changes?setting=availability&key=" + alice.id();
      assertThat(
              scene.administrator().items(lines).stream()
                  .map(JsonObject.class::cast)
                  .map(line -> line.getJsonObject("by").getString("name")))
          .containsExactly(carole.name(), carole.name());
    }
  }

  @Test
  void aLateDebtIsTakenOver() {
    try (Scene scene = stack.scene();
        Window board = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent carole = supervisor(scene.agent("Carole"));
      String mobile = scene.mobile();
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      Caller caller = scene.calls(Manner.of(mobile));
      phone.awaitInvite(1, Wait.LONG_ENOUGH);
      caller.hangUp();
      Wait.until("a call back is owed", () -> debt(scene, mobile) != null);
      stack
          .database()
          .run(
              "update debts set due_at = now() - interval '9 minutes' where id = %d"
                  .formatted(debt(scene, mobile).getLong("id")));
      board.signIn(carole).page().navigate("/board");
      Locator late = line(board, "Call backs late", ending(mobile));
      assertThat(late).containsText("late by 9 minutes");

      key(board, "Take over: " + ending(mobile)).press("Enter");

      assertThat(late).containsText(carole.name());
      assertThat(board.heading("Call backs late")).isFocused();
      assertThat(debt(scene, mobile).getJsonObject("owner").getLong("id")).isEqualTo(carole.id());
      carole.phone(Behaviour.ringing());
      try (Window french = Window.open(chrome, stack, Look.french())) {
        List<Window> both = List.of(french.signIn(carole), board);
        both.forEach(window -> window.page().navigate("/"));
        assertThat(board.page().getByText("Taken over by " + carole.name())).isVisible();
        assertThat(french.page().getByText("Repris par " + carole.name())).isVisible();
        LookTest.look(both, "debt-taken-over");
      }
    }
  }

  @Test
  void aBoardThatHearsNothingAsksAnew() {
    try (Scene scene = stack.scene();
        Window board = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      alice.readyWith(Behaviour.ringing());
      Page page = board.page();
      AtomicInteger opened = new AtomicInteger();
      page.routeWebSocket(
          "**/board/live",
          socket -> {
            WebSocketRoute service = socket.connectToServer();
            // The first one is cut half-way: nothing comes, and nobody closes it.
            if (opened.incrementAndGet() == 1) {
              service.onMessage(unused -> {});
            }
          });
      page.clock().install();
      board.signIn(alice).page().navigate("/board");
      assertThat(line(board, "The team", alice.name())).containsText("ready");
      page.waitForCondition(() -> opened.get() == 1);

      page.clock().fastForward("16");

      page.waitForCondition(() -> opened.get() == 2);
      assertThat(page.getByText("up to date at")).isVisible();
      alice.api().put("/api/me/availability", new JsonObject().put("availability", "away"));
      assertThat(line(board, "The team", alice.name())).containsText("away");
    }
  }

  private Agent supervisor(Agent agent) {
    stack
        .database()
        .run("update agents set role = 'supervisor' where id = %d".formatted(agent.id()));
    return agent;
  }

  private static String withdrawnBy(JsonObject call) {
    return call.getJsonArray("steps").stream()
        .map(JsonObject.class::cast)
        .filter(step -> step.getString("kind").equals("withdrawn"))
        .map(step -> step.getJsonObject("agent").getString("name"))
        .findFirst()
        .orElse("nobody");
  }

  private static JsonObject debt(Scene scene, String mobile) {
    return scene.administrator().items("/api/debts?which=all").stream()
        .map(JsonObject.class::cast)
        .filter(one -> mobile.equals(one.getJsonObject("number").getString("e164")))
        .findFirst()
        .orElse(null);
  }

  private static String ending(String mobile) {
    return "Number ending in " + mobile.substring(mobile.length() - 2);
  }

  private static Locator line(Window board, String section, String of) {
    return board
        .page()
        .locator("section", new Page.LocatorOptions().setHasText(section))
        .locator("li", new Locator.LocatorOptions().setHasText(of));
  }

  private static Locator key(Window board, String name) {
    return board.button(name);
  }
}
