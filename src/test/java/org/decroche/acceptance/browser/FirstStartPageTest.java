package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.decroche.store.PostgresExtension;
import org.decroche.store.TestDatabase;
import org.decroche.web.RunningWeb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A new house's first page, by keyboard: the code shown at the start, and who the administrator is.
 */
@ExtendWith({PostgresExtension.class, Chrome.Shared.class})
class FirstStartPageTest {
  private final TestDatabase tables;
  private RunningWeb web;

  FirstStartPageTest(TestDatabase tables) {
    this.tables = tables;
  }

  @BeforeEach
  void aNewHouse() {
    tables.sql("truncate agents cascade");
    web = RunningWeb.withoutAdministrator(tables.database());
  }

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void theCodeMakesTheAdministratorWhoIsLedOnAtOnce(Chrome chrome) throws Exception {
    URI service = URI.create("http://127.0.0.1:" + web.port + "/");
    try (Window french = Window.open(chrome, service, Look.french());
        Window window = Window.open(chrome, service, Look.english())) {
      Page page = window.page();
      Keyboard keys = page.keyboard();
      Locator wrong = page.getByRole(AriaRole.ALERT);
      assertThat(window.heading("Welcome: make yourself the administrator")).isVisible();
      assertThat(french.heading("Bienvenue")).isVisible();
      LookTest.look(List.of(french, window), "first-start");

      assertThat(field(page, "code")).isFocused();
      keys.press("Enter");
      assertThat(wrong).hasText("Type the code that was shown at the start.");
      keys.type("abcd efgh jkmn pqrs");
      keys.press("Tab");
      assertThat(field(page, "name")).isFocused();
      keys.type("Claire Petit");
      keys.press("Tab");
      assertThat(field(page, "login")).hasValue("admin");
      keys.type("claire");
      keys.press("Tab");
      keys.type("short");
      keys.press("Enter");
      assertThat(wrong).hasText("This is not the code that was shown at the start.");
      assertThat(field(page, "code")).isFocused();
      keys.press("Control+a");
      keys.type(Files.readString(web.codeFile).strip());
      keys.press("Enter");
      assertThat(wrong).containsText("This password is too short");
      assertThat(field(page, "password")).isFocused();
      keys.press("Control+a");
      keys.type("quatre chevaux verts");
      keys.press("Enter");

      page.waitForURL("**/admin");
      assertThat(window.heading("To the first answered call")).isVisible();
      assertThat(page.locator("header")).containsText("Claire Petit");
      Locator next = page.getByText("Add the number that your customers dial");
      next.press("Enter");
      assertThat(page.locator("h1")).isFocused();
      assertThat(page.getByLabel("Name of the new team")).isVisible();
      // Here it is done, and there is nowhere to go for it.
      assertThat(next).isVisible();
      assertThat(page.locator(".guide a[href='#doors/new']")).hasCount(0);
      french.page().reload();
      assertThat(french.button("Se connecter")).isVisible();
    }
  }

  private static Locator field(Page page, String name) {
    return page.locator("input[name=" + name + "]");
  }
}
