package org.decroche.engine;

import org.decroche.routing.Event;

/** Where every outside fact goes. Returns at once; may be called from any thread. */
public interface Events {
  void happened(Event event);
}
