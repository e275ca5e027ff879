package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What is late and who waits: for a wall, and for whoever looks after the others. */
record BoardOperations(BoardView view, CustomerAccess access) implements Operations {
  @Override
  public Map<String, Operation> byId() {
    return Map.of("readBoard", this::read);
  }

  private Reply read(Asked asked) {
    JsonObject stands = view.stands();
    access.listed(
        asked.who(),
        Stream.of("waiting", "debts", "promises", "errands", "quiet")
            .flatMap(list -> stands.getJsonArray(list).stream())
            .map(line -> ((JsonObject) line).getJsonObject("customer"))
            .filter(Objects::nonNull)
            .map(customer -> customer.getLong("id"))
            .toList());
    return Reply.ok(stands);
  }
}
