package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.decroche.measure.Readiness;

/** The contract itself, and how the service is. */
final class ServiceOperations implements Operations {
  private final Readiness readiness;

  ServiceOperations(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readContract", asked -> Contract.reply(),
        "isLive", asked -> Reply.ok(health("up", Map.of())),
        "isReady", asked -> ready());
  }

  private Reply ready() {
    Map<String, Boolean> checks = readiness.now();
    boolean all = !checks.containsValue(false);
    return Reply.json(all ? 200 : 503, health(all ? "ready" : "not-ready", checks));
  }

  private static JsonObject health(String status, Map<String, Boolean> checks) {
    JsonObject shown = new JsonObject();
    checks.forEach((name, passes) -> shown.put(name, passes ? "up" : "down"));
    return new JsonObject().put("status", status).put("checks", shown);
  }
}
