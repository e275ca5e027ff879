package org.decroche.stories;

import java.util.function.Consumer;

/** One line of a story, and what it means on whatever stage. */
public record Line(String text, Consumer<Stage> meaning) {
  void playOn(Stage stage) {
    try {
      meaning.accept(stage);
    } catch (AssertionError wrong) {
      throw new AssertionError(text + ": " + wrong.getMessage(), wrong);
    }
  }
}
