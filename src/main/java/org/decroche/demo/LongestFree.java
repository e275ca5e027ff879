package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Works out again, from what the API tells, who has been free the longest: the later of becoming
 * ready and hanging up counts.
 */
final class LongestFree {
  private LongestFree() {}

  static Optional<Player> of(List<Player> idle, List<JsonObject> agents, List<JsonObject> calls) {
    return idle.stream()
        .filter(player -> agent(player, agents).isPresent())
        .min(Comparator.comparing(player -> since(player, agents, calls)));
  }

  private static Optional<JsonObject> agent(Player player, List<JsonObject> agents) {
    return agents.stream()
        .filter(agent -> Json.number(agent, "id") == player.id())
        .filter(agent -> Json.text(agent, "availability").equals("ready"))
        .findFirst();
  }

  private static Instant since(Player player, List<JsonObject> agents, List<JsonObject> calls) {
    Instant ready =
        agent(player, agents)
            .flatMap(agent -> Json.moment(agent, "availabilitySince"))
            .orElse(Instant.EPOCH);
    return calls.stream()
        .filter(call -> answeredBy(call) == player.id())
        .flatMap(call -> Json.moment(call, "endedAt").stream())
        .filter(ready::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(ready);
  }

  private static long answeredBy(JsonObject call) {
    return Json.object(call, "answeredBy").map(person -> Json.number(person, "id")).orElse(0L);
  }
}
