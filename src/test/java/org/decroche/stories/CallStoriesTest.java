package org.decroche.stories;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call story, on the core with a hand clock. */
class CallStoriesTest {
  static Stream<CallStory> stories() {
    return CallStories.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  void story(CallStory story) {
    try (CoreStage stage = new CoreStage()) {
      story.playOn(stage);
    }
  }

  @Test
  void aDayWithSomethingOfEverything() {
    try (CoreStage stage = new CoreStage()) {
      ADay.MORNING.beginOn(stage);
      ADay.AFTERNOON.playOn(stage);
    }
  }
}
