package org.decroche.acceptance.stories;

import java.util.stream.Stream;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.stories.CallStories;
import org.decroche.stories.CallStory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call story, on real Asterisk with real phones; several side by side. */
@ExtendWith(Stack.Shared.class)
class CallStoriesOnPhonesTest {
  private final Stack stack;

  CallStoriesOnPhonesTest(Stack stack) {
    this.stack = stack;
  }

  static Stream<CallStory> stories() {
    return CallStories.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  @Execution(ExecutionMode.CONCURRENT)
  void story(CallStory story) {
    try (AsteriskStage stage = new AsteriskStage(stack.scene())) {
      story.playOn(stage);
    }
  }
}
