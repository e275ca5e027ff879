package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Cases;
import org.decroche.store.Outcome;
import org.decroche.store.Ownership;
import org.decroche.store.Ownership.Load;
import org.decroche.store.Ownership.Successor;
import org.decroche.store.Role;

/** Whose cases are: handed over one by one, or all of somebody's at once. */
final class OwnershipOperations implements Operations {
  private final Ownership ownership;
  private final Cases cases;
  private final CustomerAccess access;
  private final Clock clock;

  OwnershipOperations(Ownership ownership, Cases cases, CustomerAccess access, Clock clock) {
    this.ownership = ownership;
    this.cases = cases;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("handOverCase", this::one, "handOverEverything", this::everything);
  }

  private Reply one(Asked asked) {
    CustomerAccess.Look by = access.mustSee(asked.who(), cases, asked.id());
    var stands =
        CaseOperations.value(
            ownership.handOver(
                asked.id(),
                asked.body().getInteger("version"),
                new AgentId(asked.body().getLong("toId")),
                asked.line("summary"),
                asked.who().id(),
                clock.instant()));
    access.tookOn(asked.who(), by, stands.customer(), stands.id(), Optional.empty());
    return Reply.ok(CaseShapes.caseOf(stands, clock.instant()));
  }

  private Reply everything(Asked asked) {
    AgentId from = new AgentId(asked.id());
    if (asked.who().role() != Role.ADMINISTRATOR && !asked.who().id().equals(from)) {
      throw Refusal.forbidden("Only they themselves or an administrator hand over what is theirs.");
    }
    Outcome<Load> moved =
        ownership.handOverAll(from, successor(asked.body(), asked.who().id(), clock.instant()));
    Load load = Stored.value(moved);
    return Reply.ok(new JsonObject().put("cases", load.cases()).put("promises", load.promises()));
  }

  static Successor successor(JsonObject body, AgentId by, Instant now) {
    return new Successor(
        new AgentId(body.getLong("toId")), body.getString("summary").strip(), by, now);
  }
}
