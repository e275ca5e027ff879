package org.decroche.stories;

import java.util.List;
import java.util.stream.Stream;

/** What happens on a call, from how things stand to what everybody sees. */
public record CallStory(String title, List<Line> lines) {
  static CallStory story(String title) {
    return new CallStory(title, List.of());
  }

  CallStory given(Line... more) {
    return and(more);
  }

  CallStory when(Line... more) {
    return and(more);
  }

  CallStory then(Line... more) {
    return and(more);
  }

  private CallStory and(Line... more) {
    return new CallStory(title, Stream.concat(lines.stream(), Stream.of(more)).toList());
  }

  /** Plays it to its end; what must hold at the end of every story is seen too. */
  public void playOn(Stage stage) {
    beginOn(stage);
    Curtain.fall(stage);
  }

  /** The same, and everything is left as it is by then: another story goes on from there. */
  public void beginOn(Stage stage) {
    lines.forEach(line -> line.playOn(stage));
  }

  @Override
  public String toString() {
    return title;
  }
}
