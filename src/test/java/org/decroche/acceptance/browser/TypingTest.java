package org.decroche.acceptance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.decroche.acceptance.fixture.Caller;
import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({Stack.Shared.class, Chrome.Shared.class})
class TypingTest {
  private static final String NEVER_ENDING =
      "They say that the box was sent to their old address, 1, 2 and 3 are the keys, c n f / too. ";

  @Test
  void aNoteBeingTypedKeepsTheCursorAndEveryKeyWhileCallsComeAndGo(Stack stack, Chrome chrome) {
    try (OneDesk one = OneDesk.open(stack, chrome, Look.english())) {
      Matter open =
          Matter.of(
              one.scene(),
              one.alice(),
              "Luc Moreau",
              "Tree on the line",
              "A tree fell.",
              java.util.List.of());
      Matter calling = Matter.of(one.scene(), one.alice());
      Window desk = one.window();
      desk.page().keyboard().press("/");
      desk.page().keyboard().type("Luc Mor");
      desk.button(open.person()).click();
      Locator note = desk.note(open.title());
      note.focus();

      StringBuilder typed = new StringBuilder();
      Caller caller = one.scene().calls(calling.calls());
      typeUntil(desk, typed, "Ringing");
      type(desk, typed);
      assertThat(note).isFocused();
      assertThat(note).hasValue(typed.toString());
      assertThat(desk.headline()).hasText(calling.person());

      caller.hangUp();
      typeUntil(desk, typed, "hung up before anyone picked up");
      type(desk, typed);
      assertThat(note).isFocused();
      assertThat(note).hasValue(typed.toString());

      desk.page().reload();
      desk.page().locator("[type=search]").fill("Luc Mor");
      desk.button(open.person()).click();
      assertThat(note).hasValue(typed.toString());
      note.focus();
      desk.page().keyboard().press("Control+Enter");
      assertThat(desk.page().getByRole(AriaRole.STATUS).filter(saved())).isVisible();
      assertThat(note).hasValue("");
      assertThat(desk.page().getByRole(AriaRole.LISTITEM).filter(saying(typed)).first())
          .isVisible();
      assertThat(
              one.scene()
                  .administrator()
                  .get("/api/cases/" + open.caseId())
                  .getJsonArray("notes")
                  .getJsonObject(0)
                  .getString("text"))
          .isEqualTo(typed.toString().strip());
    }
  }

  private static Locator.FilterOptions saved() {
    return new Locator.FilterOptions().setHasText("Saved at");
  }

  private static Locator.FilterOptions saying(StringBuilder text) {
    return new Locator.FilterOptions().setHasText(text.toString().strip());
  }

  /** Key after key, looking up after each. */
  private static void typeUntil(Window desk, StringBuilder typed, String shown) {
    for (int key = 0; key < 4000 && !desk.strip().innerText().contains(shown); key++) {
      String next = NEVER_ENDING.substring(key % NEVER_ENDING.length()).substring(0, 1);
      desk.page().keyboard().type(next);
      typed.append(next);
    }
    assertThat(desk.strip()).containsText(shown);
  }

  private static void type(Window desk, StringBuilder typed) {
    desk.page().keyboard().type(NEVER_ENDING);
    typed.append(NEVER_ENDING);
  }
}
