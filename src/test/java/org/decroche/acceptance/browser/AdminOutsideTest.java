package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alerts brought in by hand, and forms that web pages may post, by keyboard. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AdminOutsideTest {
  @Test
  void anAlertIsBroughtInByHandAndEnded(Stack stack, Chrome chrome) {
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "alerts");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "alerts")) {
      Agent alice = scene.agent("Alice");
      Matter matter = Matter.of(scene, alice);
      admin.button("Bring it in").press("Enter");
      assertThat(admin.main()).containsText("Say in a few words what has happened.");
      assertThat(admin.box("What has happened")).isFocused();

      String title = "No fibre at " + scene.doorName();
      admin.box("What has happened").fill(title);
      admin.box("Phone numbers").fill(matter.number() + "\n06 39 98 99 99");
      admin.button("Bring it in").press("Enter");

      assertThat(admin.main()).containsText("It is in, and is about 1 customers.");
      assertThat(admin.main()).containsText("+33639989999");
      assertThat(admin.window().heading(title)).isVisible();
      admin.button("Whom it is about").first().press("Enter");
      assertThat(admin.main().locator("tbody")).containsText("Jeanne Martin");
      assertThat(admin.main().locator("tbody")).containsText(alice.name());
      french.page().reload();
      assertThat(french.window().heading(title)).isVisible();
      LookTest.look(List.of(french.window(), admin.window()), "admin-alerts");

      admin.button("It is over").first().press("Enter");
      assertThat(admin.window().heading(title)).hasCount(0);
      assertThat(scene.administrator().items("/api/alerts").encode()).doesNotContain(title);
    }
  }

  /** What is pasted into a page works there, and from nowhere else. */
  @Test
  void aFormIsAddedPastedAndSent(Stack stack, Chrome chrome) throws IOException {
    AtomicReference<String> html = new AtomicReference<>("");
    HttpServer shop = shop(html);
    String origin = "http://127.0.0.1:" + shop.getAddress().getPort();
    try (Scene scene = stack.scene();
        AdminPage french = AdminPage.open(chrome, stack, Look.french(), "sites");
        AdminPage admin = AdminPage.open(chrome, stack, Look.english(), "sites")) {
      scene.agent("Alice");
      String name = "Shop of " + scene.doorName();
      admin.box("Name").fill(name);
      admin.box("Front door").selectOption(String.valueOf(scene.door()));
      admin.box("Addresses of the page").fill("shop.example");
      admin.button("Add").press("Enter");
      assertThat(admin.main()).containsText("each line begins with https://");
      admin.box("Addresses of the page").fill(origin + "/");
      admin.button("Add").press("Enter");
      assertThat(admin.window().heading(name)).isVisible();

      site(admin, name).getByText("HTML to paste").press("Enter");
      html.set(site(admin, name).locator(".snippet code").textContent());
      french.page().reload();
      site(french, name).getByText("Le HTML à coller").press("Enter");
      LookTest.look(List.of(french.window(), admin.window()), "admin-sites");

      Page visitor = admin.window().tab().page();
      visitor.navigate(origin + "/");
      visitor.getByLabel("Name").fill("Jeanne Martin");
      visitor.getByLabel("Phone number").fill(scene.mobile());
      visitor.getByLabel("What is it about?").fill("The box is broken.");
      visitor.keyboard().press("Tab");
      visitor.keyboard().press("Enter");
      assertThat(visitor.locator("[role=status]")).containsText("will call you");
      assertThat(scene.administrator().get("/api/search?q=broken").getJsonArray("cases"))
          .isNotEmpty();
    } finally {
      shop.stop(0);
    }
  }

  private static Locator site(AdminPage page, String name) {
    return page.page()
        .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Somebody's web page, with the form on it. */
  private static HttpServer shop(AtomicReference<String> form) throws IOException {
    HttpServer shop =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext(
        "/",
        exchange -> {
          byte[] page =
              ("<!doctype html><meta charset=utf-8><title>Shop</title>" + form.get())
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, page.length);
          try (exchange) {
            exchange.getResponseBody().write(page);
          }
        });
    shop.start();
    return shop;
  }
}
