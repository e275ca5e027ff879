package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.acceptance.fixture.Wait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a call that rings is noticed by somebody who looks elsewhere. */
@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class AttentionTest {
  /** Looks at what the page asks of the browser; the browser does it all the same. */
  private static final String WATCHED =
      """
      (() => {
        const told = (window.told = { asked: 0, notes: [], tones: 0, permission: 'default', hidden: false });
        const Real = window.Notification;
        window.Notification = class extends Real {
          constructor(title, options) {
            super(title, options);
            told.notes.push(title);
          }
          close() {
            told.notes.push('closed');
            super.close();
          }
          static get permission() {
            return told.permission ?? Real.permission;
          }
          static requestPermission() {
            told.asked++;
            told.permission = null;
            return Real.requestPermission();
          }
        };
        Object.defineProperty(document, 'hidden', { get: () => told.hidden });
        const { start } = OscillatorNode.prototype;
        OscillatorNode.prototype.start = function (...when) {
          told.tones++;
          return start.apply(this, when);
        };
      })()
      """;

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final String CALM = "/favicon.svg";

  @Test
  void aCallThatRingsIsHeardAndSeenFromAnotherWindowAsFarAsOneAllowed(Stack stack, Chrome chrome) {
    try (OneDesk one = OneDesk.open(stack, chrome, Look.english())) {
      Window desk = one.window();
      Matter matter = Matter.of(one.scene(), one.alice());
      one.phone().behave(Behaviour.ringing());
      desk.page().context().grantPermissions(List.of("notifications"));
      desk.page().reload();
      desk.page().evaluate(WATCHED);
      assertThat(desk.headline()).hasText("All calm");
      desk.page().locator("body").click(); // a page nobody has touched may make no sound

      Caller first = one.scene().calls(matter.calls());
      assertThat(desk.page())
          .hasTitle(Pattern.compile("^☎ .*Jeanne Martin.* is calling · Décroché$"));
      assertThat(icon(desk)).hasAttribute("href", "/favicon-ringing.svg");
      Wait.until("it is heard", SOON, () -> told(desk, "tones") >= 2);
      first.hangUp();
      assertThat(desk.page()).hasTitle(Pattern.compile("Desk · Décroché$"));
      assertThat(icon(desk)).hasAttribute("href", CALM);
      assertThat(told(desk, "asked")).as("unasked").isEqualTo(0);
      assertThat(told(desk, "notes.length")).isEqualTo(0);

      // Asked for by a key; and not wished for any more by the same.
      Locator choice = desk.page().getByLabel("Browser notification");
      assertThat(choice).not().isChecked();
      desk.page().keyboard().press("0");
      assertThat(choice).isChecked();
      assertThat(told(desk, "asked")).isEqualTo(1);
      Locator sound = desk.page().getByLabel("Discreet sound");
      sound.uncheck();
      int heard = told(desk, "tones");

      desk.page().evaluate("told.hidden = true");
      Caller second = one.scene().calls(matter.calls());
      Wait.until("it is told", SOON, () -> told(desk, "notes.length") == 1);
      assertThat(desk.page().evaluate("told.notes[0]").toString()).contains("Jeanne Martin");
      second.hangUp();
      Wait.until("it is taken back", SOON, () -> told(desk, "notes.length") == 2);
      assertThat(desk.page().evaluate("told.notes[1]")).isEqualTo("closed");
      assertThat(told(desk, "tones")).as("tones, with the sound off").isEqualTo(heard);

      sound.check();
      choice.uncheck();
      Caller third = one.scene().calls(matter.calls());
      Wait.until("it is heard again", SOON, () -> told(desk, "tones") > heard);
      third.hangUp();
      assertThat(desk.headline()).hasText("All calm");
      assertThat(told(desk, "notes.length")).isEqualTo(2);
      assertThat(told(desk, "asked")).isEqualTo(1);
    }
  }

  private static Locator icon(Window desk) {
    return desk.page().locator("link[rel=icon]");
  }

  private static int told(Window desk, String what) {
    return (int) desk.page().evaluate("told." + what);
  }
}
