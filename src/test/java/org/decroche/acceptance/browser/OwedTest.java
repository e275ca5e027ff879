package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whom to call back, on the desk and on the board. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class OwedTest {
  private final Stack stack;
  private final Chrome chrome;

  OwedTest(Stack stack, Chrome chrome) {
    this.stack = stack;
    this.chrome = chrome;
  }

  @AfterEach
  void everythingIsMended() {
    stack.mend();
  }

  @Test
  void whoGaveUpAppearsOnTheDeskAndGoesWhenTalkedWith() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice));
      assertThat(list(english)).containsText("Nobody is waiting to be called back.");

      givesUp(scene, matter.calls(), phone, 1);
      givesUp(scene, Manner.of(scene.mobile()), phone, 2);
      givesUp(scene, matter.calls(), phone, 3);

      Locator items = list(english).getByRole(AriaRole.LISTITEM);
      assertThat(items).hasCount(2);
      assertThat(items.first()).containsText("Jeanne Martin");
      assertThat(items.first()).containsText("called 2 times");
      // An hour from now is tomorrow in the last hour of the day.
      assertThat(items.first()).containsText(Pattern.compile("due (at|on) "));
      assertThat(items.last()).containsText("Unknown caller");
      late(scene, matter);
      givesUp(scene, matter.calls(), phone, 4);
      assertThat(items.first()).containsText("late by 25 minutes");
      LookTest.look(both, "owed");

      items.first().getByText("Jeanne Martin").click();
      assertThat(english.heading("Jeanne Martin")).isVisible();

      phone.behave(Behaviour.answering(Duration.ZERO));
      Caller talks = scene.calls(matter.calls());
      assertThat(items).hasCount(1);
      talks.hangUp();
    }
  }

  @Test
  void theBoardShowsWhatIsLateAndWhoWaitsAndSaysWhenItIsOld() {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window english = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      Matter matter = DemoLike.martin(stack, scene, alice);
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      List<Window> both = List.of(french, english);
      both.forEach(window -> window.signIn(alice).page().navigate("/board"));
      assertThat(english.heading("Call backs late")).isVisible();

      givesUp(scene, matter.calls(), phone, 1);
      givesUp(scene, Manner.of("anonymous").privacy("id"), phone, 2);
      scene
          .administrator()
          .post(
              "/api/cases/" + matter.caseId() + "/promises",
              new JsonObject()
                  .put("what", "Rappeler le dépôt jeudi")
                  .put("byId", alice.id())
                  .put("dueAt", Instant.now().plusSeconds(600).toString()));
      scene
          .administrator()
          .post(
              "/api/cases/" + matter.caseId() + "/errands",
              new JsonObject()
                  .put("party", "Dépôt de Lyon")
                  .put("what", "Bloc 12 V 2 A")
                  .put("contact", "Mme Faure")
                  .put("dueAt", Instant.now().plusSeconds(600).toString()));
      late(scene, matter);
      stack
          .database()
          .run(
              """
              update errands set due_at = now() - interval '5 hours' where case_id = %d;
              update cases set opened_at = now() - interval '60 days', touched_at = now() - interval '60 days' where customer_id = %d and title like 'Déménagement%%'
              """
                  .formatted(matter.caseId(), matter.customer()));
      stack
          .database()
          .run(
              "update promises set due_at = now() - interval '3 hours' where case_id = %d"
                  .formatted(matter.caseId()));
      String stranger = scene.mobile();
      Caller waits = scene.calls(Manner.of(stranger));
      assertThat(section(english, "Call backs late")).containsText("late by 25 minutes");
      assertThat(section(english, "Promises late")).containsText("Rappeler le dépôt jeudi");
      assertThat(section(english, "Promises late")).containsText("late by 3 hours");
      assertThat(section(english, "Third parties late"))
          .containsText("Dépôt de Lyon owes it; Alice Roy asks after it");
      assertThat(section(english, "Third parties late")).containsText("late by 5 hours");
      assertThat(section(english, "Third parties late")).not().containsText("Mme Faure");
      assertThat(section(english, "Gone quiet"))
          .containsText("“Déménagement au printemps”, Alice Roy");
      assertThat(section(english, "Gone quiet")).containsText("untouched for 60 days");
      assertThat(section(english, "Who waits, and for whom"))
          .containsText("Number ending in " + stranger.substring(stranger.length() - 2));
      assertThat(english.page().locator("body")).not().containsText(stranger.substring(5));
      assertThat(section(english, "Withheld today")).containsText("cannot be called back");
      LookTest.look(both, "board");
      waits.hangUp();

      stack.service().freeze();
      assertThat(english.page().getByText("Not up to date: seen last at"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
      stack.service().thaw();
      assertThat(english.page().getByText("up to date at")).isVisible();
    }
  }

  @Test
  void anAdministratorWritesOneOffWithAReason() {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      SipPhone phone = alice.readyWith(Behaviour.ringing());
      stack
          .database()
          .run("update agents set role = 'administrator' where id = %d".formatted(alice.id()));
      // Administrators see what nobody owns, such as what other tests left.
      stack.database().run("delete from debts where owner_id is null");
      window.signIn(alice);
      givesUp(scene, Manner.of(scene.mobile()), phone, 1);
      Locator owed = list(window).getByRole(AriaRole.LISTITEM);
      assertThat(owed).hasCount(1);

      owed.getByText("Write off…").click();
      window.button("Write off").click();
      assertThat(owed).containsText("Say why first.");
      owed.getByRole(AriaRole.TEXTBOX).fill("Dialled a wrong number.");
      window.button("Write off").click();

      assertThat(list(window)).containsText("Nobody is waiting to be called back.");
      assertThat(scene.administrator().items("/api/debts?which=written-off").encode())
          .contains("Dialled a wrong number.");
    }
  }

  @Test
  void aStrangerToTheBoardSignsInThere() {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.english().narrow())) {
      Agent alice = scene.agent("Alice");
      window.page().navigate("/board");
      window.page().locator("input[name=login]").fill(alice.login());
      window.page().locator("input[name=password]").fill(alice.password());
      window.page().locator("input[name=password]").press("Enter");

      assertThat(window.heading("Waiting now")).isVisible();
    }
  }

  /** Once it is owed. */
  private void late(Scene scene, Matter matter) {
    Wait.until(
        "a call back is owed to " + matter.person(),
        () ->
            scene.administrator().items("/api/debts?which=all").stream()
                .map(JsonObject.class::cast)
                .map(debt -> debt.getJsonObject("customer"))
                .anyMatch(one -> one != null && one.getLong("id") == matter.customer()));
    stack
        .database()
        .run(
            "update debts set due_at = now() - interval '25 minutes 20 seconds' where customer_id = %d"
                .formatted(matter.customer()));
  }

  private static void givesUp(Scene scene, Manner manner, SipPhone phone, int times) {
    Caller caller = scene.calls(manner);
    phone.awaitInvite(times, Wait.LONG_ENOUGH);
    caller.await("180 INVITE");
    caller.hangUp();
    Wait.until("the caller is gone", caller::isOver);
  }

  private static Locator list(Window window) {
    return window.page().locator(".debts");
  }

  private static Locator section(Window window, String title) {
    return window.page().locator("section", new Page.LocatorOptions().setHasText(title));
  }
}
