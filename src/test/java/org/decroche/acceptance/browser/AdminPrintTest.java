package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every list of the administrator's page as it comes out of a printer. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminPrintTest {
  private static final int PAPER = 718; // CSS pixels: A4 within margins of one centimetre

  @Test
  void listsArePrintedWholeInInkOnPaperAndWithoutWhatIsPressed(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage admin = AdminPage.open(chrome, stack, Look.french(), "doors")) {
      Agent alice = scene.agent("Alice");
      Matter matter = Matter.of(scene, alice);
      alice.api().get("/api/customers/" + matter.customer());
      Page page = admin.page();
      page.setViewportSize(PAPER, 1000);
      page.emulateMedia(
          new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
      for (String section :
          List.of(
              "doors",
              "people",
              "teams",
              "shared-numbers",
              "health",
              "changes",
              "access-log",
              "retention",
              "erasures",
              "alerts",
              "sites")) {
        page.navigate("/admin#" + section);
        page.reload();
        assertThat(page.locator(".admin main > h1")).isVisible();
        assertThat(page.locator(".admin main [aria-busy]")).hasCount(0);
        assertThat(page.locator("nav")).isHidden();
        assertThat(page.locator("button:visible")).hasCount(0);
        assertThat(admin.window().overflow()).as(section + " beside the paper").isZero();
        assertThat(cutOff(page)).as(section + " cut off").isZero();
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
            .as(section)
            .isEqualTo("rgb(255, 255, 255)");
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots/admin-print-%s.png".formatted(section)))
                .setFullPage(true));
      }
    }
  }

  /** How much of a table is not on the paper, in CSS pixels. */
  private static int cutOff(Page page) {
    return (int)
        page.evaluate(
            "Math.max(0, ...[...document.querySelectorAll('.sheet')]"
                + ".map(sheet => sheet.scrollWidth - sheet.clientWidth))");
  }
}
