package org.decroche.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;

/**
 * Somebody's hands on mouse and keyboard, and how long a person would take for what they did: the
 * keystroke-level model (Card, Moran and Newell, 1980), with its times for an average typist.
 */
final class Hands {
  private static final double KEY = 0.28; // seconds
  private static final double KEY_OF_A_CODE = 0.75;
  private static final double CLICK = 1.1 + 0.2; // point, press and let go
  private static final double TO_THE_OTHER = 0.4; // from mouse to keyboard or back
  private static final double THINK = 1.35; // before each act

  private double seconds;
  private int acts;
  private int keys;

  /** Types it where the cursor is. */
  void type(Page page, String text) {
    page.keyboard().type(text);
    typed(text, KEY);
  }

  /** The same, sign by sign from a sheet of paper. */
  void copy(Page page, String code) {
    page.keyboard().type(code);
    typed(code, KEY_OF_A_CODE);
  }

  /** A phone's keys, while the page lies beside it. */
  void copyIntoPhone(String code) {
    typed(code, KEY_OF_A_CODE);
  }

  private void typed(String text, double each) {
    acts++;
    keys += text.length();
    seconds += THINK + text.length() * each;
  }

  /** One key, such as "Tab". */
  void press(Page page, String key) {
    page.keyboard().press(key);
    keys++;
    seconds += KEY;
  }

  void click(Locator where) {
    where.click();
    acts++;
    seconds += THINK + TO_THE_OTHER + CLICK + TO_THE_OTHER;
  }

  /** Looks at what is there for a while. */
  void read(Duration time) {
    seconds += time.toMillis() / 1000.0;
  }

  int acts() {
    return acts;
  }

  Duration took() {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  @Override
  public String toString() {
    return "%d acts, %d keys, %d s".formatted(acts, keys, took().toSeconds());
  }
}
