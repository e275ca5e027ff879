package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Stack;

/** One tab with the desk page. Closing it fails when a script of the page failed. */
final class Window implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> faults;

  private Window(BrowserContext context, List<String> faults) {
    this.context = context;
    this.faults = faults;
    this.page = context.newPage();
    page.onPageError(faults::add);
    page.onConsoleMessage(
        said -> {
          if (said.text().contains("Content Security Policy")) {
            faults.add("against the page's own policy: " + said.text());
          }
        });
    page.onDialog(
        dialog -> {
          faults.add("a dialog opened: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** A browser of somebody's own, with the page just come to. */
  static Window open(Chrome chrome, Stack stack, Look look) {
    return open(chrome, stack.service().address("/"), look);
  }

  /** The same with a service that is not the shared one. */
  static Window open(Chrome chrome, URI service, Look look) {
    BrowserContext context =
        chrome
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(service.toString())
                    .setLocale(look.language())
                    .setTimezoneId("Europe/Paris")
                    .setColorScheme(look.scheme())
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setViewportSize(look.width(), look.height()));
    context.addInitScript(Watching.SCRIPT);
    Window window = new Window(context, new CopyOnWriteArrayList<>());
    window.page.navigate("/");
    return window;
  }

  /** The same browser's next tab. */
  Window tab() {
    Window tab = new Window(context, faults);
    tab.page.navigate("/");
    return tab;
  }

  /** Signs in by the form, whatever its language, and waits for the desk to be connected. */
  Window signIn(Agent agent) {
    page.locator("input[name=login]").fill(agent.login());
    page.locator("input[name=password]").fill(agent.password());
    page.locator("input[name=password]").press("Enter");
    assertThat(page.locator(".link.live")).isVisible();
    return this;
  }

  Page page() {
    return page;
  }

  Watching watching() {
    return new Watching(page);
  }

  /** The call, or that there is none. */
  Locator strip() {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName("Call").setExact(true));
  }

  Locator headline() {
    return strip().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(1));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  Locator availability(String choice) {
    return page.getByRole(AriaRole.RADIOGROUP, new Page.GetByRoleOptions().setName("Availability"))
        .getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(choice).setExact(true));
  }

  Locator note(String caseTitle) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Note on “" + caseTitle + "”"));
  }

  /** How far the page is wider than the window, in CSS pixels: 0. */
  int overflow() {
    return (int)
        page.evaluate(
            "document.scrollingElement.scrollWidth - document.documentElement.clientWidth");
  }

  /** How much of the call's room at the top is cut off, in CSS pixels: 0. */
  int cutOff() {
    return (int)
        page.evaluate(
            "Math.max(0, ...[...document.querySelectorAll('.strip > .wide')]"
                + ".map(room => room.scrollHeight - room.clientHeight"
                + " + room.scrollWidth - room.clientWidth))");
  }

  @Override
  public void close() {
    context.close();
    if (!faults.isEmpty()) {
      throw new AssertionError("faults in the page: " + faults);
    }
  }
}
