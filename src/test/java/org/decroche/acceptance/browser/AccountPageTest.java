package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One's own account, by keyboard: password, second factor, machines. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AccountPageTest {
  private static final String FRESH = "trois mots bien choisis";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @Test
  void aPersonLooksAfterTheirOwnAccountByKeyboard(Stack stack, Chrome chrome) throws Exception {
    try (Scene scene = stack.scene();
        Window french = Window.open(chrome, stack, Look.french());
        Window window = Window.open(chrome, stack, Look.english())) {
      Agent alice = scene.agent("Alice");
      french.signIn(alice);
      window.signIn(alice);
      Page page = window.page();
      Keyboard keys = page.keyboard();
      french.page().navigate("/account");
      page.navigate("/account");
      assertThat(window.heading("Where you are signed in")).isVisible();
      assertThat(french.heading("Vos appareils connectés")).isVisible();
      LookTest.look(List.of(french, window), "account");

      Locator machines = page.locator(".machines li");
      assertThat(machines.filter(containing("(this machine)"))).containsText("Chrome, Linux");
      int others = machines.count() - 1;
      page.getByText("Sign out Chrome, Linux").first().press("Enter");
      assertThat(machines).hasCount(others);

      field(page, "current").focus();
      keys.type("guessed");
      keys.press("Tab");
      keys.type(FRESH);
      keys.press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT).filter(containing("not your password")))
          .isVisible();
      assertThat(field(page, "current")).isFocused();
      keys.press("Control+a");
      keys.type(alice.password());
      keys.press("Enter");
      assertThat(page.getByRole(AriaRole.STATUS).filter(containing("is changed"))).isVisible();

      window.button("Set it up").press("Enter");
      assertThat(field(page, "password")).isFocused();
      keys.type(FRESH);
      keys.press("Enter");
      assertThat(field(page, "code")).isFocused();
      assertThat(page.getByLabel("QR code for your authenticator")).isVisible();
      LookTest.look(List.of(window), "account-scan");
      byte[] secret = decoded(page.locator(".secret").textContent());
      field(page, "code").focus();
      Instant now = Instant.now();
      keys.type(code(secret, now));
      keys.press("Enter");
      assertThat(page.locator(".codes li")).hasCount(10);
      LookTest.look(List.of(window), "account-codes");
      window.button("I have kept them").press("Enter");
      assertThat(page.getByText("Recovery codes left: 10")).isVisible();

      page.context().clearCookies();
      page.navigate("/");
      field(page, "login").focus();
      keys.type(alice.login());
      keys.press("Tab");
      keys.type(FRESH);
      keys.press("Enter");
      assertThat(field(page, "code")).isFocused();
      LookTest.look(List.of(window), "sign-in-code");
      field(page, "code").focus();
      keys.type("000-000-wrong");
      keys.press("Enter");
      assertThat(page.getByRole(AriaRole.ALERT)).containsText("not the one of this moment");
      keys.type(code(secret, unused(now)));
      keys.press("Enter");
      assertThat(page.locator(".link.live")).isVisible();
    }
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator field(Page page, String name) {
    return page.locator("input[name=" + name + "]");
  }

  private static String code(byte[] secret, Instant at) throws GeneralSecurityException {
    return new TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
  }

  /** The code of the half minute in which it was confirmed has been used by that. */
  private static Instant unused(Instant confirmed) {
    Instant now = Instant.now();
    boolean same = now.getEpochSecond() / 30 == confirmed.getEpochSecond() / 30;
    return same ? now.plusSeconds(30) : now;
  }

  private static byte[] decoded(String base32) {
    int[] digits = base32.replace(" ", "").chars().map(BASE32::indexOf).toArray();
    BigInteger number =
        IntStream.of(digits)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, (before, next) -> before.shiftLeft(5).add(next));
    byte[] bytes = new byte[digits.length * 5 / 8];
    byte[] found = number.toByteArray();
    int length = Math.min(found.length, bytes.length);
    byte[] tail = Arrays.copyOfRange(found, found.length - length, found.length);
    System.arraycopy(tail, 0, bytes, bytes.length - length, length);
    return bytes;
  }
}
