package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import org.decroche.acceptance.fixture.Stack;

/** The administrator's page, worked by keyboard. */
record AdminPage(Window window) implements AutoCloseable {
  /** Signed in, at the section of that name. */
  static AdminPage open(Chrome chrome, Stack stack, Look look, String section) {
    AdminPage admin = new AdminPage(Window.open(chrome, stack, look));
    admin.page().navigate("/admin#" + section);
    admin.page().locator("input[name=login]").fill("admin");
    admin.page().locator("input[name=password]").fill(stack.administratorPassword());
    admin.page().keyboard().press("Enter");
    assertThat(admin.page().locator("nav")).isVisible();
    return admin;
  }

  Page page() {
    return window.page();
  }

  /** Another section, by its link in the menu; the cursor follows to its title. */
  void goTo(String title) {
    page()
        .getByRole(AriaRole.NAVIGATION)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true))
        .press("Enter");
    assertThat(title(title)).isFocused();
  }

  Locator title(String text) {
    return page()
        .getByRole(
            AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1).setExact(true));
  }

  /** The main part, beside the menu. */
  Locator main() {
    return page().getByRole(AriaRole.MAIN);
  }

  Locator box(String label) {
    return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  Locator button(String name) {
    return page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** A picture of all of the page, not only of what fits into the window; wide and narrow. */
  void whole(String name) {
    for (int width : List.of(360, 1440)) {
      page().setViewportSize(width, 900);
      page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target/screenshots/%s-%d.png".formatted(name, width)))
                  .setFullPage(true)
                  .setAnimations(ScreenshotAnimations.DISABLED));
    }
  }

  @Override
  public void close() {
    window.close();
  }
}
