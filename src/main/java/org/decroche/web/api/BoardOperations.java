package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** What is late and who waits: for a wall, and for whoever looks after the others. */
record BoardOperations(BoardView view, CustomerAccess access) implements Operations {
  @Override
  public Map<String, Operation> byId() {
    return Map.of("readBoard", this::read);
  }

  private Reply read(Asked asked) {
    JsonObject stands = view.stands();
    access.listed(asked.who(), BoardView.customers(stands));
    return Reply.ok(stands);
  }
}
