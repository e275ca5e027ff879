package org.decroche.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The one Chromium of all browser tests; each window of it is a stranger to the others. */
final class Chrome implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final int LONG_ENOUGH = 15_000; // milliseconds

  // Nothing but the page under test: a test machine has no way to Google's hosts.
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  /** Hands the one browser to test classes. */
  static final class Shared implements ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
        ExtensionContext.Namespace.create(Chrome.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Chrome.class;
    }

    @Override
    public Chrome resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, OURS)
          .getOrComputeIfAbsent(Chrome.class, type -> new Chrome(), Chrome.class);
    }
  }

  private Chrome() {
    if (!Files.isExecutable(PROGRAM)) {
      throw new IllegalStateException(
          "no browser at " + PROGRAM + ": scripts/setup --tests installs it (package chromium)");
    }
    playwright = driver();
    try {
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(PROGRAM)
                      .setHeadless(true)
                      .setArgs(QUIET));
    } catch (PlaywrightException broken) {
      playwright.close();
      throw new IllegalStateException(PROGRAM + " does not start", broken);
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(LONG_ENOUGH);
  }

  private static Playwright driver() {
    try {
      return Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    } catch (RuntimeException broken) {
      throw new IllegalStateException(
          "Playwright's driver does not start; it comes with the Maven artifact"
              + " com.microsoft.playwright:driver-bundle",
          broken);
    }
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
