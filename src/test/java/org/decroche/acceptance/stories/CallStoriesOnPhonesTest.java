package org.decroche.acceptance.stories;

import java.util.stream.Stream;
import org.decroche.acceptance.fixture.Provider;
import org.decroche.acceptance.fixture.SipPhone.Behaviour;
import org.decroche.acceptance.fixture.Stack;
import org.decroche.stories.CallStories;
import org.decroche.stories.CallStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call story, on real Asterisk with real phones; several side by side. */
@ExtendWith(Stack.Shared.class)
class CallStoriesOnPhonesTest {
  private static Provider network;
  private final Stack stack;

  CallStoriesOnPhonesTest(Stack stack) {
    this.stack = stack;
  }

  /** One for all: what it does with a call is told by the story whose number is called. */
  @BeforeAll
  static void networkOpens(Stack stack) {
    network = stack.provider(Behaviour.told());
  }

  @AfterAll
  static void networkCloses() {
    network.close();
  }

  static Stream<CallStory> stories() {
    return CallStories.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  @Execution(ExecutionMode.CONCURRENT)
  void story(CallStory story) {
    try (AsteriskStage stage = new AsteriskStage(stack.scene(), network)) {
      story.playOn(stage);
    }
  }
}
