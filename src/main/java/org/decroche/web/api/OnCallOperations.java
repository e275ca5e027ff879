package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.Policy;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Who is on call by a rota that nobody has saved yet: now, and who comes after them. */
final class OnCallOperations implements Operations {
  /** More than anybody reads. */
  private static final int MOST_DUTIES = 10;

  private final KeptRouting routing;
  private final Agents agents;
  private final Clock clock;

  OnCallOperations(KeptRouting routing, Agents agents, Clock clock) {
    this.routing = routing;
    this.agents = agents;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("whoIsOnCallIf", this::ask);
  }

  private Reply ask(Asked asked) {
    JsonObject body = asked.body();
    Policy policy = routing.onCall(body);
    Instant at = at(body.getString("at"));
    // Of everybody: who stands in a rota may have been disabled since.
    Map<AgentId, String> names =
        agents.all().stream().collect(Collectors.toMap(AgentAccount::id, AgentAccount::name));
    JsonArray duties = new JsonArray();
    Optional<Instant> next = Optional.of(at);
    while (next.isPresent() && duties.size() < MOST_DUTIES) {
      Instant from = next.get();
      next = policy.onCallUntil(from);
      duties.add(
          new JsonObject()
              .put("from", Words.moment(from))
              .put("until", next.map(Words::moment).orElse(null))
              .put("agent", policy.onCallAt(from).map(who -> named(who, names)).orElse(null)));
    }
    return Reply.ok(new JsonObject().put("duties", duties));
  }

  private Instant at(@Nullable String sent) {
    try {
      return sent == null ? clock.instant() : Instant.parse(sent);
    } catch (DateTimeException noTime) {
      throw Refusal.wrong("at", "at is no time.");
    }
  }

  private static JsonObject named(AgentId agent, Map<AgentId, String> names) {
    return Words.named(agent.value(), names.getOrDefault(agent, ""));
  }
}
