package org.decroche.web.api;

import java.util.Map;

/** What is late and who waits: for a wall, and for whoever looks after the others. */
record BoardOperations(BoardView view) implements Operations {
  @Override
  public Map<String, Operation> byId() {
    return Map.of("readBoard", asked -> Reply.ok(view.stands()));
  }
}
