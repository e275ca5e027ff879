package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Caller.Manner;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoIsCallingTest {
  private OneDesk one;
  private Scene scene;
  private Window desk;
  private Caller caller;

  @BeforeAll
  void oneDesk(Stack stack, Chrome chrome) {
    one = OneDesk.open(stack, chrome, Look.english());
    scene = one.scene();
    desk = one.window();
  }

  @AfterAll
  void leave() {
    one.close();
  }

  @AfterEach
  void hangUp() {
    caller.hangUp();
    assertThat(desk.headline()).hasText("All calm");
  }

  @Test
  void severalPeopleOnOneNumberAreAllOfferedAndTheChosenOneIsRemembered() {
    String shared = scene.mobile();
    scene.customer("Paul Lefèvre", shared);
    long odile = scene.customer("Odile Lefèvre", shared);
    Instant start = Instant.now();
    caller = scene.calls(Manner.of(shared));
    assertThat(desk.heading("Several people use this number: who is calling?")).isVisible();
    assertThat(desk.strip()).containsText("One of 2 people");
    assertThat(desk.button("Paul Lefèvre")).isVisible();
    // By its key, as somebody with the phone in the other hand would.
    desk.page().locator(":focus").evaluateAll("all => all.forEach(one => one.blur())");
    String key = desk.button("Odile Lefèvre").getAttribute("aria-keyshortcuts");
    desk.page().keyboard().press(key);
    assertThat(desk.headline()).hasText("Odile Lefèvre");

    String call = desk.watching().pop(start).what().getJsonObject("json").getString("call");
    Wait.until("the choice is in the record", () -> odile == customerOf(call));
    desk.page().reload();
    assertThat(desk.headline()).hasText("Odile Lefèvre");
    desk.button("Not them? Choose again").click();
    assertThat(desk.button("Paul Lefèvre")).isVisible();
  }

  @Test
  void aWithheldNumberIsNobody() {
    caller =
        scene.calls(
            Manner.of("anonymous")
                .from("\"Anonymous\" <sip:anonymous@anonymous.invalid>")
                .privacy("id"));
    assertThat(desk.headline()).hasText("Withheld number");
    assertThat(desk.heading("The number is withheld")).isVisible();
    assertThat(desk.button("Search for the caller")).isVisible();
  }

  @Test
  void aStrangerIsWrittenDownAndKnownAtOnce() {
    String number = scene.mobile();
    caller = scene.calls(Manner.of(number));
    assertThat(desk.heading("Nobody is known under this number")).isVisible();
    assertThat(desk.strip()).containsText("Why you: you have been free the longest in Team");
    desk.button("Write down this caller").click();
    assertThat(desk.page().getByText("Type a name first.")).isVisible();
    desk.page().keyboard().type("Inès Garcia");
    desk.page().keyboard().press("Enter");
    assertThat(desk.headline()).hasText("Inès Garcia");
    assertThat(scene.administrator().items("/api/customers?q=" + number.replace("+", "%2B")))
        .hasSize(1);
  }

  @Test
  void aLateLookUpIsSaidAndTheCallerNamedAsSoonAsItIsKnown(Stack stack) {
    String number = scene.mobile();
    scene.customer("Late Larry", number);
    int before = one.phone().invites().size();
    stack.database().freeze();
    try {
      caller = scene.calls(Manner.of(number));
      assertThat(desk.heading("We could not look this number up in time")).isVisible();
      assertThat(desk.strip()).containsText("Not looked up in time");
      assertThat(desk.button("Look the number up now")).isVisible();
      one.phone().awaitInvite(before + 1, Wait.LONG_ENOUGH);
    } finally {
      stack.database().thaw();
    }
    assertThat(desk.headline()).hasText("Late Larry");
    assertThat(desk.page().getByText("Incoming call: Late Larry.")).isAttached();
    assertThat(desk.strip()).containsText("Ringing");
  }

  @Test
  void aCallerFoundBySearchIsTheOneWhoCalls() {
    scene.customer("Émilie Mont-Rouge", scene.mobile());
    caller = scene.calls(Manner.of("anonymous").privacy("id"));
    desk.button("Search for the caller").click();
    assertThat(desk.page().getByRole(AriaRole.SEARCHBOX)).isFocused();
    desk.page().keyboard().type("emilie mont");
    desk.button("Émilie Mont-Rouge").click();
    desk.button("This is who is calling").click();
    assertThat(desk.headline()).hasText("Émilie Mont-Rouge");
    desk.page().getByRole(AriaRole.SEARCHBOX).fill("");
  }

  private long customerOf(String call) {
    JsonObject customer = scene.administrator().get("/api/calls/" + call).getJsonObject("customer");
    return customer == null ? -1 : customer.getLong("id");
  }
}
