package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a customer may ask of us, as an administrator answers it by keyboard. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminPrivacyTest {
  private static final Pattern OLDER = Pattern.compile("access-log\\?.*before=");

  @Test
  void somebodyIsToldWhatWeKnowAndForgotten(Stack stack, Chrome chrome) throws IOException {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "privacy");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "privacy")) {
      List<Window> both = List.of(french.window(), admin.window());
      Agent alice = scene.agent("Alice");
      String name = "Zoé " + scene.doorName();
      Matter matter =
          Matter.of(scene, alice, name, "Box without power", "Nothing works.", List.of("Opened."));
      Matter.of(scene, alice, "Nadia Petit", "Tree", "A tree fell.", List.of("Like " + name + "."));
      assertThat(french.title("Les données d’un client")).isVisible();
      LookTest.look(both, "admin-privacy");

      admin.page().keyboard().press("/");
      admin.page().keyboard().type(name);
      admin.page().locator(".people button").first().press("Enter");
      assertThat(admin.window().heading(name)).isFocused();
      french.page().navigate("/admin#privacy/" + matter.customer());
      assertThat(french.window().heading(name)).isVisible();

      String page = read(admin, "As a page to read");
      assertThat(page).contains("What we know about you", name, "Nothing works.");
      JsonObject known = new JsonObject(read(admin, "For a computer (JSON)"));
      assertThat(known.getJsonArray("customer").getJsonObject(0).getString("name")).isEqualTo(name);

      admin.button("What would go?").press("Enter");
      french.button("Que disparaîtrait-il ?").press("Enter");
      assertThat(admin.main()).containsText("Customer records");
      assertThat(french.main()).containsText("Fiches de clients");
      LookTest.look(both, "admin-forget");
      admin.main().locator("form input").fill("Zoé");
      admin.page().keyboard().press("Enter");
      assertThat(admin.main()).containsText("This is not their name as it stands here.");
      assertThat(scene.administrator().get("/api/customers/" + matter.customer())).isNotNull();

      admin.main().locator("form input").fill(name);
      admin.page().keyboard().press("Enter");

      assertThat(admin.window().heading("Forgotten")).isFocused();
      assertThat(admin.main()).containsText("Where their name or number still stands");
      assertThat(admin.main().locator("td").first()).hasText("Lines of timelines");
      LookTest.look(List.of(admin.window()), "admin-forgotten");
      assertThat(
              scene
                  .administrator()
                  .send("GET", "/api/customers/" + matter.customer(), null)
                  .statusCode())
          .isEqualTo(404);

      admin.goTo("What was erased");
      assertThat(admin.main().locator("tbody tr").first())
          .containsText("customer no. " + matter.customer());
      french.goTo("Ce qui a été effacé");
      LookTest.look(both, "admin-erasures");
    }
  }

  @Test
  void theAccessLogIsReadByWhomAndByDay(Stack stack, Chrome chrome) throws IOException {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "access-log");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "access-log")) {
      Agent alice = scene.agent("Alice");
      Agent bruno = scene.agent("Bruno");
      Matter matter = Matter.of(scene, alice);
      alice.api().get("/api/customers/" + matter.customer());
      for (int look = 0; look < 101; look++) {
        bruno.api().get("/api/customers/" + matter.customer());
      }
      admin.page().reload();

      admin.box("Of whom").selectOption(String.valueOf(bruno.id()));
      assertThat(admin.main().locator("tbody tr")).hasCount(100);
      assertThat(admin.main().locator("tbody tr").first()).containsText("Jeanne Martin");
      List<Route> late = new ArrayList<>();
      Page page = admin.page();
      page.route(OLDER, late::add);
      admin.button("Show older lines").press("Enter");
      page.waitForCondition(() -> !late.isEmpty());
      admin.box("Of whom").selectOption(String.valueOf(alice.id()));
      assertThat(admin.main().locator("tbody tr")).hasCount(1);
      page.waitForResponse(OLDER, () -> late.getFirst().resume());
      page.unroute(OLDER);
      assertThat(admin.main().locator("tbody tr")).hasCount(1);
      assertThat(admin.main().locator("tbody")).not().containsText(bruno.name());
      admin.box("Of whom").selectOption(String.valueOf(bruno.id()));
      assertThat(admin.main().locator("tbody tr")).hasCount(100);

      admin.button("Show older lines").press("Enter");
      assertThat(admin.main().locator("tbody tr")).hasCount(101);
      assertThat(admin.button("Show older lines")).hasCount(0);
      assertThat(admin.main().locator("tbody")).not().containsText(alice.name());
      assertThat(read(admin, "As CSV").lines()).hasSize(102);

      admin.box("On which day").fill("2020-02-29");
      assertThat(admin.main()).containsText("Nobody looked at anything here.");
      admin.box("On which day").fill("");
      scene.administrator().get("/api/customers/" + matter.customer());
      String newest = "/api/access-log?limit=1&customerId=" + matter.customer();
      Wait.until(
          "the look is written down",
          () -> !scene.administrator().items(newest).encode().contains(bruno.name()));
      admin.page().navigate("/admin#access-log?customer=" + matter.customer());
      assertThat(admin.main().locator("tbody")).containsText("had just entered them");
      admin.button("Show older lines").press("Enter");
      assertThat(admin.main().locator("tbody")).containsText(alice.name());
      french.page().navigate("/admin#access-log?customer=" + matter.customer());
      assertThat(french.main().locator("tbody")).containsText("venait de créer la fiche");
      LookTest.look(List.of(french.window(), admin.window()), "admin-access-log");

      admin.page().navigate("/admin#access-log");
      assertThat(admin.button("Show older lines")).isVisible();
      page.context().clearCookies();
      admin.button("Show older lines").press("Enter");
      assertThat(page.locator("input[name=password]")).isVisible();
    }
  }

  @Test
  void noDaysAreSetBeforeItWasSaidWhatTheyRemove(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "retention");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "retention")) {
      admin.box("Messages").fill("nine");
      admin.button("See what would go").press("Enter");
      assertThat(admin.main()).containsText("Days are from 1 to 36,500");
      assertThat(admin.box("Messages")).isFocused();

      admin.box("Messages").fill("3000");
      assertThat(admin.button("Save these days")).hasCount(0);
      admin.button("See what would go").press("Enter");
      assertThat(admin.main()).containsText("the next run would remove");
      LookTest.look(List.of(french.window(), admin.window()), "admin-retention");
      assertThat(days(scene, "messages")).isNotEqualTo(Optional.of(3000));

      admin.button("Save these days").press("Enter");
      assertThat(admin.main()).containsText("Saved at");
      assertThat(days(scene, "messages")).isEqualTo(Optional.of(3000));
      assertThat(days(scene, "calls")).isEmpty();
    }
  }

  @Test
  void anAgentIsToldThatOnlyAdministratorsMay(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.french())) {
      Agent alice = scene.agent("Alice");
      window.signIn(alice);
      window.page().navigate("/admin");
      assertThat(window.page().getByText("Seul un administrateur peut régler")).isVisible();
      assertThat(window.page().locator("nav")).hasCount(0);
      LookTest.look(List.of(window), "admin-not-for-you");
    }
  }

  private static Optional<Integer> days(Scene scene, String kind) {
    return scene.administrator().items("/api/retention").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("kind").equals(kind))
        .findFirst()
        .flatMap(one -> Optional.ofNullable(one.getInteger("days")));
  }

  private static String read(AdminPage admin, String link) throws IOException {
    Download download = admin.page().waitForDownload(() -> admin.link(link).press("Enter"));
    return Files.readString(download.path());
  }
}
