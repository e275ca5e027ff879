package org.decroche.web.desk;

import java.time.Clock;
import java.util.function.Consumer;
import org.decroche.routing.Effect;
import org.decroche.web.json.NumberJson;

/** What a rehearsal asks of the desks: the frames are made, and go to nobody. */
public final class DeskRehearsal implements Consumer<Effect> {
  private final DeskFrames frames;

  /** For one thread. */
  public DeskRehearsal(NumberJson numbers, Clock clock) {
    frames = new DeskFrames(new PopJson(numbers), new Identified(), clock);
  }

  @Override
  public void accept(Effect effect) {
    String unused =
        switch (effect) {
          case Effect.ShowPop e -> frames.pop(e.pop());
          case Effect.ShowEnded e -> frames.ended(e.call(), e.wrapUp());
          case Effect.ShowActivity e -> frames.activity(e.activity());
          default -> "";
        };
  }
}
