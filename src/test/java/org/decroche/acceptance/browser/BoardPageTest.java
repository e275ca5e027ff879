package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The board as it is worked with: facts that come by themselves, figures that lead to their calls.
 */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class BoardPageTest {
  private final Stack stack;
  private final Chrome chrome;

  BoardPageTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void noDayIsLeft() {
    stack.database().run("delete from calls where id like 'look-%'");
  }

  /** A working day of 400 calls, whatever the time is now. */
  private void aDay() {
    stack
        .database()
        .run(
            """
            insert into calls (id, front_door_id, number_kind, number, arrived_at, answered_at, ended_at, weighed_at)
            select 'look-' || n, (select min(id) from front_doors), 'number', '+336120' || to_char(n, 'fm00000'), at,
              case when n % 9 = 0 then null else at + make_interval(secs => 2 + (n * 37) % 11 + case when n % 23 = 0 then 70 else 0 end) end,
              at + make_interval(secs => 100), now()
            from (select n, date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris'
                + interval '8 hours' + make_interval(secs => n * 90) - make_interval(secs => 20 * (n % 7)) as at
              from generate_series(1, 400) n) day
            """);
  }

  @Test
  void factsComeByThemselvesAndFiguresLeadToTheirCalls() throws Exception {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Agent bob = scene.agent("Bob");
      stack
          .database()
          .run("update agents set role = 'supervisor' where id = %d".formatted(bob.id()));
      SipPhone phone = alice.readyWith(Behaviour.answering(Duration.ZERO));
      aDay();
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(bob).page().navigate("/board"));
      Page page = english.page();
      assertThat(english.heading("The team")).isVisible();
      assertThat(person(english, alice)).containsText("ready");

      Caller caller = scene.calls(Manner.of(scene.mobile()));
      assertThat(person(english, alice)).containsText("on the line");
      LookTest.look(both, "board-day");
      caller.hangUp();
      assertThat(person(english, alice)).containsText("ready");

      page.getByText("As a table").press("Enter");
      assertThat(page.locator("table")).isVisible();
      page.getByRole(AriaRole.RADIO, named("Last hour")).press("Space");
      page.getByRole(AriaRole.RADIO, named("Today")).press("Space");
      both.forEach(window -> window.page().locator("a[href='#day/not-within-15']").press("Enter"));
      assertThat(english.heading("Not answered within 15 s")).isFocused();
      assertThat(page.locator("tbody tr").first()).containsText("Number ending in");
      LookTest.look(both, "board-calls");
      page.getByRole(AriaRole.LINK, named("Back to the board")).press("Enter");
      Download csv =
          page.waitForDownload(
              () -> page.getByRole(AriaRole.LINK, named("Save as CSV")).press("Enter"));
      assertThat(Files.readString(csv.path())).contains("within-15-s");

      person(english, alice).getByRole(AriaRole.BUTTON).press("Enter");
      assertThat(person(english, alice)).containsText("away");
      person(english, alice).getByRole(AriaRole.BUTTON).press("Enter");
      assertThat(person(english, alice)).containsText("ready");
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots/board-print.png"))
              .setFullPage(true));
      assertThat(phone).isNotNull();
    }
  }

  @Test
  void aBoardThatIsNotToldSaysSoAndComesBackByItself() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      alice.readyWith(Behaviour.ringing());
      Caller unused = scene.calls(Manner.of(scene.mobile()));
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice).page().navigate("/board"));
      assertThat(said(english)).containsText("up to date");
      assertThat(english.page().locator(".when").first()).not().isEmpty();
      try {
        stack.service().freeze(); // the socket stays open, and nothing comes
        assertThat(said(english)).containsText("Not up to date: seen last at");
        assertThat(said(french)).containsText("Pas à jour");
        // No clock runs on as if it were known.
        assertThat(english.page().locator(".when").first()).isEmpty();
        LookTest.look(both, "board-stale");
        stack.service().thaw();
        assertThat(said(english)).hasText(Pattern.compile("^up to date at .*"));

        stack.service().kill();
        assertThat(said(english)).containsText("Not up to date: seen last at");
      } finally {
        stack.mend();
      }
      assertThat(said(english)).hasText(Pattern.compile("^up to date at .*"));
      assertThat(said(french)).containsText("à jour à");
      assertThat(person(english, alice)).isVisible();
    }
  }

  /** How old the board is, by its own word. */
  private static Locator said(Window window) {
    return window.page().locator("header [role=status]");
  }

  @Test
  void anAgentLooksAndMayNotSupervise() {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      alice.readyWith(Behaviour.ringing());
      window.signIn(alice).page().navigate("/board");
      assertThat(person(window, alice)).containsText("ready");
      assertThat(person(window, alice).getByRole(AriaRole.BUTTON)).hasCount(0);
      JsonObject board = scene.administrator().get("/api/board");
      assertThat(board.getJsonObject("day").getJsonArray("steps").size()).isBetween(23, 25);
    }
  }

  private static Locator person(Window window, Agent agent) {
    return window.page().locator("section li", new Page.LocatorOptions().setHasText(agent.name()));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
