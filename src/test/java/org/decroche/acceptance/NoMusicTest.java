package org.decroche.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.decroche.acceptance.fixture.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** There is nothing in Asterisk that could play music to a caller, whatever is done with a call. */
@ExtendWith(Stack.Shared.class)
class NoMusicTest {
  private final Stack stack;

  NoMusicTest(Stack stack) {
    this.stack = stack;
  }

  @Test
  void asteriskKnowsNoMusicAtAll() {
    assertThat(stack.console("moh show classes")).contains("No such command");
    assertThat(stack.console("module show like musiconhold")).contains("0 modules loaded");
    assertThat(stack.console("core show applications like MusicOnHold"))
        .contains("0 Applications Matching");
  }
}
