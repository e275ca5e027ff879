package org.decroche.engine;

import java.util.List;
import org.decroche.routing.Effect;
import org.decroche.routing.Event;

/** Keeps what the core was told, in order, so that it can be played back. Returns at once. */
public interface Recorder {
  /** Nothing is kept. */
  Recorder NONE = (event, effects) -> {};

  /** The core has taken this event in, and this is what came of it. */
  void took(Event event, List<Effect> effects);
}
