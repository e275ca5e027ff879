package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.SipPhone;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * From an empty data directory to the first answered call, by the pages alone, in under five
 * minutes (issue 5): counted in what somebody does, not in what this machine takes for it.
 */
@ExtendWith(Chrome.Shared.class)
class NewcomerTest {
  private static final Duration MOST = Duration.ofMinutes(5);
  private static final int MOST_ACTS = 30;
  private static final String PASSWORD = "quatre chevaux verts";
  private static final Duration LOOKS_AT_A_PAGE = Duration.ofSeconds(4);

  private final Hands hands = new Hands();

  /** What a page shows once of somebody new. */
  private record Shown(String login, String password, String user, String secret, String port) {}

  @Test
  void somebodyNewSetsAHouseUpAndItsFirstCallIsAnswered(Chrome chrome) {
    try (Stack house = Stack.newHouse();
        Window window = Window.open(chrome, house, Look.english())) {
      AdminPage admin = new AdminPage(window);
      Page page = window.page();
      becomeAdministrator(house, page);
      assertThat(admin.link("Add the number that your customers dial")).isVisible();
      assertThat(admin.title("Front doors")).isVisible();
      progress(admin, "0 of 4 done");

      hands.click(admin.link("Add the number that your customers dial"));
      fill(admin, "Number", "01 99 00 00 01");
      fill(admin, "Name", "Help");
      fill(admin, "Name of the new team", "Care");
      hands.click(admin.button("Add a front door"));
      progress(admin, "1 of 4 done");

      hands.click(admin.link("Add two people of its team, with their phones"));
      Shown alice = add(admin, "Alice Roy");
      assertThat(guide(admin)).containsText("Add a second person of its team");
      hands.click(admin.button("Add another person"));
      assertThat(admin.box("Name")).hasValue("");
      Shown unused = add(admin, "Bruno Petit");
      progress(admin, "2 of 4 done");
      looksGood(chrome, house, window);

      try (Window desk = Window.open(chrome, house, Look.english());
          SipPhone phone = signsIn(house, desk, alice)) {
        progress(admin, "3 of 4 done");
        assertThat(guide(admin)).containsText("Ring it: 01 99 00 00 01");

        Caller caller = house.calls("+33199000001", Manner.of("+33639980001"));
        phone.awaitInvite();
        hands.click(desk.strip()); // the receiver, if it were one
        caller.await("200 INVITE");
        assertThat(desk.strip()).containsText("On the line");
        assertThat(caller.answers()).containsExactly("100", "180", "200");
        assertThat(guide(admin)).hasCount(0);
        caller.hangUp();
        assertThat(desk.strip()).containsText("Call ended");
        caller.close();
      }
      System.out.println("from nothing to the first answered call: " + hands);
      assertThat(hands.took()).isLessThan(MOST);
      assertThat(hands.acts()).isLessThanOrEqualTo(MOST_ACTS);
    }
  }

  private void becomeAdministrator(Stack house, Page page) {
    hands.read(LOOKS_AT_A_PAGE);
    assertThat(page.locator("input[name=code]")).isFocused();
    hands.copy(page, house.firstStartCode());
    hands.press(page, "Tab");
    hands.type(page, "Claire Petit");
    hands.press(page, "Tab"); // the login stays "admin"
    hands.press(page, "Tab");
    hands.type(page, PASSWORD);
    hands.press(page, "Enter");
    page.waitForURL("**/admin");
    hands.read(LOOKS_AT_A_PAGE);
  }

  private void fill(AdminPage admin, String label, String text) {
    hands.click(admin.box(label));
    hands.type(admin.page(), text);
  }

  /** Adds somebody who needs no more said than their name. */
  private Shown add(AdminPage admin, String name) {
    hands.read(LOOKS_AT_A_PAGE);
    fill(admin, "Name", name);
    hands.press(admin.page(), "Enter");
    assertThat(admin.window().heading("Added")).isFocused();
    Locator said = admin.page().locator(".said-once code");
    assertThat(said).hasCount(7);
    List<String> all = said.allInnerTexts();
    return new Shown(all.get(0), all.get(1), all.get(2), all.get(3), all.get(5));
  }

  /** At a desk of their own, with a phone set up as the page said, and ready. */
  private SipPhone signsIn(Stack house, Window desk, Shown person) {
    Page page = desk.page();
    assertThat(page.locator("input[name=login]")).isFocused();
    hands.copy(page, person.login());
    hands.press(page, "Tab");
    hands.copy(page, person.password());
    hands.press(page, "Enter");
    assertThat(page.locator(".link.live")).isVisible();
    hands.copyIntoPhone(person.user());
    hands.copyIntoPhone(person.secret());
    hands.copyIntoPhone("127.0.0.1:" + person.port());
    assertThat(person.port()).isEqualTo(Integer.toString(house.sipPort()));
    Behaviour picksUp = Behaviour.answering(Duration.ofSeconds(1));
    SipPhone phone = house.phone(person.user(), person.secret(), picksUp);
    hands.click(page.locator("label.ready"));
    assertThat(desk.availability("Ready")).isChecked();
    return phone;
  }

  private static Locator guide(AdminPage admin) {
    return admin
        .page()
        .getByRole(
            AriaRole.REGION, new Page.GetByRoleOptions().setName("To the first answered call"));
  }

  private static void progress(AdminPage admin, String text) {
    assertThat(guide(admin).getByRole(AriaRole.STATUS)).hasText(text);
  }

  /** Both languages; what the newcomer's own page shows stays. */
  private static void looksGood(Chrome chrome, Stack house, Window english) {
    try (Window french = Window.open(chrome, house, Look.french())) {
      french.page().navigate("/admin#doors");
      french.page().locator("input[name=login]").fill("admin");
      french.page().locator("input[name=password]").fill(PASSWORD);
      french.page().keyboard().press("Enter");
      assertThat(french.heading("Jusqu’au premier appel décroché")).isVisible();
      LookTest.look(List.of(french, english), "first-steps");
    }
  }
}
