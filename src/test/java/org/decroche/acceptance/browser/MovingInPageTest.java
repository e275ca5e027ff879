package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class MovingInPageTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void anAdministratorMovesInByKeyboard(Stack stack, Chrome chrome) throws Exception {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.english())) {
      Page page = window.page();
      page.navigate("/import");
      page.locator("input[name=login]").fill("admin");
      page.locator("input[name=password]").fill(stack.administratorPassword());
      page.keyboard().press("Enter");
      assertThat(window.heading("Moving in and out")).isVisible();
      faultless(page, "before a file");

      send(
          page, "Clé;Nom;Téléphone\nM-1;Zoë Kervégan;3,36E+10\nM-2;Anne Kervégan;06 39 98 01 12\n");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Nothing has been changed yet");
      assertThat(page.locator("select").nth(0)).hasValue("windows-1252");
      assertThat(page.locator("th select").nth(2)).hasValue("number");
      faultless(page, "preview");
      window.button("Check, without changing anything").press("Enter");
      assertThat(window.heading("Some rows are refused")).isVisible();
      assertThat(page.locator("td").filter(containing("a spreadsheet has rounded this number")))
          .isVisible();
      faultless(page, "refused");
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots/import-refused.png"))
              .setFullPage(true));

      window.button("Take another file").press("Enter");
      send(
          page,
          "Clé;Nom;Téléphone\nM-1;Zoë Kervégan;06 39 98 01 13\nM-2;Anne Kervégan;06 39 98 01 12\n");
      window.button("Import").press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done: everything was taken in.");
      assertThat(page.locator(".counts")).containsText("New2");
      assertThat(window.overflow()).isZero();
      page.setViewportSize(360, 740);
      assertThat(window.overflow()).isZero();

      Download download =
          page.waitForDownload(
              () ->
                  page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Customers"))
                      .press("Enter"));
      assertThat(Files.readString(download.path())).contains("M-1;Zoë Kervégan;");
      assertThat(scene.administrator().get("/api/search?q=kervegan").getJsonArray("customers"))
          .hasSize(2);
    }
  }

  @Test
  void anAgentIsToldThatOnlyAdministratorsMay(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        Window window = Window.open(chrome, stack, Look.french())) {
      Agent alice = scene.agent("Alice");
      window.signIn(alice);
      window.page().navigate("/import");
      assertThat(window.page().getByText("Seul un administrateur peut importer ou exporter."))
          .isVisible();
      assertThat(window.page().locator("input[type=file]")).hasCount(0);
      faultless(window.page(), "agent");
    }
  }

  @Test
  void anAlertComesFromAFileAndThePageIsFitForEverybody(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene()) {
      JsonObject ours =
          new JsonObject().put("key", "A-1").put("name", "Odile Roy").put("number", "0639980151");
      JsonObject unused =
          scene
              .administrator()
              .post(
                  "/api/import/rows",
                  new JsonObject()
                      .put("kind", "customers")
                      .put("items", new JsonArray().add(ours)));
      // The file's row three is nobody's here.
      String good =
          """
          key;title;since;number
          line-17;Lines down in Brest;2026-11-17T06:00:00Z;06 39 98 01 51
          line-17;;;06 39 98 01 59
          """;
      for (Look look : List.of(Look.french(), Look.english())) {
        boolean french = look.equals(Look.french());
        try (Window window = Window.open(chrome, stack, look)) {
          Page page = window.page();
          page.navigate("/import");
          page.locator("input[name=login]").fill("admin");
          page.locator("input[name=password]").fill(stack.administratorPassword());
          page.keyboard().press("Enter");
          looked(window, "choose");

          alerts(page, french, good.replace(";06 39 98 01 59", ";3,36E+10"));
          looked(window, "columns");
          window.button(french ? "Vérifier" : "Check").press("Enter");
          assertThat(page.locator(".late").filter(containing("1"))).isVisible();
          looked(window, "wrong-row");

          window.button(french ? "Prendre un autre fichier" : "Take another file").press("Enter");
          alerts(page, french, good);
          window.button(french ? "Importer" : "Import").press("Enter");
          assertThat(page.locator(".counts")).containsText(french ? "Pas chez nous1" : "Not ours1");
          looked(window, "alerts-taken");
          window.button(french ? "Prendre un autre fichier" : "Take another file").press("Enter");
        }
      }
      assertThat(scene.administrator().get("/api/alerts").getJsonArray("items").stream())
          .anySatisfy(
              one ->
                  assertThat(((JsonObject) one).getString("title"))
                      .isEqualTo("Lines down in Brest"));
      scene.administrator().delete("/api/alerts/line-17");
    }
  }

  private static void alerts(Page page, boolean french, String text) {
    page.getByRole(AriaRole.RADIO).and(page.getByLabel(french ? "Alertes" : "Alerts")).press(" ");
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("alerts.csv", "text/csv", text.getBytes(WINDOWS)));
    page.getByText(french ? "Regarder le fichier" : "Look at the file").press("Enter");
    assertThat(page.locator("select").first()).isVisible();
  }

  /** Without a fault in both schemes, and kept as pictures. */
  private static void looked(Window window, String state) {
    Page page = window.page();
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      faultless(page, state + " " + scheme);
      for (int width : List.of(360, 1440)) {
        page.setViewportSize(width, 900);
        assertThat(window.overflow()).as(state + " at " + width).isZero();
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(
                    Path.of(
                        "target/screenshots/import-%s-%s-%s-%d.png"
                            .formatted(
                                state,
                                page.locator("html").getAttribute("lang"),
                                scheme.name().toLowerCase(java.util.Locale.ROOT),
                                width)))
                .setFullPage(true));
      }
    }
  }

  private static void send(Page page, String text) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("clients.csv", "text/csv", text.getBytes(WINDOWS)));
    page.getByText("Look at the file").press("Enter");
  }

  private static com.microsoft.playwright.Locator.FilterOptions containing(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }

  private static void faultless(Page page, String what) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(what).isEmpty();
  }
}
