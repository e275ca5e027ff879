package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What decides who answers at a number, set on the page by keyboard, and the hours by dragging too.
 */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminRoutingTest {
  @Test
  void aFrontDoorIsAddedAndWarnedOfASurcharge(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "doors/new");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors/new")) {
      admin.box("Number").fill("0820 20 20 20");
      assertThat(admin.main()).containsText("Calling this number costs more than a call.");
      assertThat(admin.main()).containsText("L121-16");
      french.box("Numéro").fill("0820 20 20 20");
      assertThat(french.main()).containsText("ne peut pas être surtaxé");
      LookTest.look(List.of(french.window(), admin.window()), "admin-new-door");

      String number = "01 99 00 9" + scene.number().substring(9);
      admin.box("Number").fill(number);
      assertThat(admin.main()).containsText("Understood as 01 99 00 9");
      assertThat(admin.main()).not().containsText("L121-16");
      admin.box("Name").fill("Door two of " + scene.doorName());
      admin.box("Who answers first").selectOption("new");
      admin.box("Name of the new team").fill("Team two of " + scene.doorName());
      admin.button("Add a front door").press("Enter");

      assertThat(admin.main().getByRole(AriaRole.HEADING, level(2)).first())
          .containsText("Door two");
      admin.goTo("Front doors");
      assertThat(admin.main().locator(".links")).containsText("Door two of " + scene.doorName());
      french.goTo("Numéros d’accueil");
      LookTest.look(List.of(french.window(), admin.window()), "admin-doors");
    }
  }

  @Test
  void theHoursAreDrawnByKeyboardByDraggingAndTyped(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "doors");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      Agent alice = scene.agent("Alice");
      scene.routing(
          new JsonObject()
              .put("hours", new JsonArray().add(hours("monday", "08:00", "12:00")))
              .put("patienceSeconds", 20));
      String place = "/admin#doors/" + scene.door();
      admin.page().navigate(place);
      assertThat(edge(admin, "Monday, opens at")).hasAttribute("aria-valuetext", "08:00");

      edge(admin, "Monday, opens at").press("ArrowLeft");
      edge(admin, "Monday, closes at").press("PageUp");
      edge(admin, "Monday, closes at").press("ArrowRight");
      drag(admin, "Tuesday", 0.375, 0.5); // 09:00 to 12:00
      assertThat(edge(admin, "Tuesday, closes at")).hasAttribute("aria-valuetext", "12:00");
      admin.main().locator("summary").press("Enter");
      admin.button("Add hours on Sunday").press("Enter");
      admin.box("Sunday, opens at").last().fill("10h30");
      admin.box("Sunday, opens at").last().press("Enter");
      admin.box("Sunday, closes at").last().fill("9");
      admin.box("Sunday, closes at").last().press("Enter");
      assertThat(admin.box("Sunday, closes at").last()).hasAttribute("aria-invalid", "true");
      admin.box("Sunday, closes at").last().fill("24:00");
      admin.box("Sunday, closes at").last().press("Enter");
      admin.box("On call").selectOption(String.valueOf(alice.id()));
      admin.box("Patience for the right person").fill("9999");
      apply(admin).press("Enter");
      assertThat(admin.main()).containsText("from 0 to 600 seconds.");
      assertThat(routing(scene).getInteger("patienceSeconds")).isEqualTo(20);

      // What was typed is there again after a look elsewhere.
      admin.goTo("Teams");
      admin.page().navigate(place);
      assertThat(edge(admin, "Monday, closes at")).hasAttribute("aria-valuetext", "13:15");
      admin.box("Patience for the right person").fill("25");
      apply(admin).press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      assertThat(admin.main())
          .containsText("The phone of the person on call is not connected now.");

      JsonObject stands = routing(scene);
      assertThat(stands.getInteger("patienceSeconds")).isEqualTo(25);
      assertThat(stands.getLong("onCallId")).isEqualTo(alice.id());
      assertThat(stands.getJsonArray("hours"))
          .isEqualTo(
              new JsonArray()
                  .add(hours("monday", "07:45", "13:15"))
                  .add(hours("tuesday", "09:00", "12:00"))
                  .add(hours("sunday", "10:30", "24:00")));
      french.page().navigate(place);
      assertThat(edge(french, "Lundi, ouvre à")).isVisible();
      assertThat(french.main()).containsText("astreinte");
      french.whole("admin-door-whole");
      LookTest.look(List.of(french.window(), admin.window()), "admin-door");
    }
  }

  @Test
  void whoWouldPickUpIsForeseenBeforeAnythingIsApplied(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      Agent alice = scene.agent("Alice");
      Agent bruno = scene.agent("Bruno");
      Matter matter = Matter.of(scene, alice);
      alice.readyWith(Behaviour.ringing());
      bruno.readyWith(Behaviour.ringing());
      long night = scene.team("Night");
      scene.agent("Carole", night);
      admin.page().navigate("/admin#doors/" + scene.door());
      Locator foreseen = admin.page().locator(".foresee .answer");
      assertThat(foreseen).containsText("is rung");

      String team = admin.box("Who answers first").inputValue();
      admin.box("Who answers first").selectOption(String.valueOf(night));
      assertThat(foreseen).not().containsText("is rung"); // Carole is not ready
      admin.box("Who answers first").selectOption(team);
      assertThat(foreseen).containsText("is rung");

      admin.box("If this number called").fill(matter.display());
      assertThat(foreseen).containsText(alice.name() + " is rung");
      assertThat(foreseen).containsText("owns their open case");

      drag(admin, "Monday", 0, 0.02); // open for half an hour of the week
      admin.box("On call").selectOption(String.valueOf(bruno.id()));
      admin.box("At this moment").fill(midWeek());
      assertThat(foreseen).containsText(bruno.name() + " is rung");
      assertThat(foreseen).containsText("Closed: only whoever is on call.");
      assertThat(routing(scene).getJsonArray("hours")).isEmpty();
      LookTest.look(List.of(admin.window()), "admin-foresee");
    }
  }

  /** A Wednesday to come, at noon, as a date field takes it. */
  private static String midWeek() {
    return LocalDate.now(ZoneId.of("Europe/Paris"))
        .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY))
        .atTime(12, 0)
        .toString();
  }

  @Test
  void whoeverIsSlowerIsToldAndOverwritesNothing(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage slower = AdminPage.open(chrome, stack, Look.english(), "doors");
        AdminPage faster = AdminPage.open(chrome, stack, Look.english(), "doors")) {
      String place = "/admin#doors/" + scene.door();
      slower.page().navigate(place);
      faster.page().navigate(place);
      slower.box("Left alone after a conversation").fill("77");
      slower.box("Patience for the right person").fill("44");
      faster.box("Patience for the right person").fill("33");
      apply(faster).press("Enter");
      assertThat(faster.main()).containsText("Saved at");

      apply(slower).press("Enter");
      assertThat(slower.main())
          .containsText(
              "Administrator changed it meanwhile (the patience). Nothing was overwritten.");
      assertThat(routing(scene).getInteger("patienceSeconds")).isEqualTo(33);
      assertThat(routing(scene).getInteger("wrapUpSeconds")).isZero();

      slower.button("Take what stands there now").press("Enter");
      assertThat(slower.box("Patience for the right person")).hasValue("33");
      slower.box("Left alone after a conversation").fill("77");
      apply(slower).press("Enter");
      assertThat(slower.main()).containsText("Saved at");
      assertThat(routing(scene).getInteger("patienceSeconds")).isEqualTo(33);
      assertThat(routing(scene).getInteger("wrapUpSeconds")).isEqualTo(77);
    }
  }

  private static JsonObject routing(Scene scene) {
    return scene.administrator().get("/api/front-doors/" + scene.door() + "/routing");
  }

  private static JsonObject hours(String day, String from, String to) {
    return new JsonObject().put("day", day).put("from", from).put("to", to);
  }

  private static Locator edge(AdminPage admin, String name) {
    return admin
        .page()
        .getByRole(AriaRole.SLIDER, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  /** Of the second form: who answers, and when. */
  private static Locator apply(AdminPage admin) {
    return admin.button("Apply").last();
  }

  private static void drag(AdminPage admin, String day, double from, double to) {
    Locator track =
        admin
            .page()
            .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(day).setExact(true))
            .locator(".track");
    track.scrollIntoViewIfNeeded();
    BoundingBox box = track.boundingBox();
    double y = box.y + box.height / 2;
    admin.page().mouse().move(box.x + box.width * from, y);
    admin.page().mouse().down();
    admin.page().mouse().move(box.x + box.width * (from + to) / 2, y);
    admin.page().mouse().move(box.x + box.width * to, y);
    admin.page().mouse().up();
  }

  private static Locator.GetByRoleOptions level(int level) {
    return new Locator.GetByRoleOptions().setLevel(level);
  }
}
