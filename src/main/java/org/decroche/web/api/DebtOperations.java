package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Debt;
import org.decroche.store.Debts;
import org.decroche.store.Outcome;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;

/** Whom we owe a call back. */
final class DebtOperations implements Operations {
  private final Debts debts;
  private final OpenDesks desks;
  private final NumberJson numbers;
  private final Clock clock;

  DebtOperations(Debts debts, OpenDesks desks, NumberJson numbers, Clock clock) {
    this.debts = debts;
    this.desks = desks;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listDebts",
        asked -> Reply.list(which(asked), this::shape),
        "readDebt",
        asked -> Reply.ok(shape(Stored.value(debts.byId(asked.id())))),
        "writeOffDebt",
        this::writeOff,
        "takeOverDebt",
        this::takeOver);
  }

  private List<Debt> which(Asked asked) {
    Instant now = clock.instant();
    return switch (asked.parameters().getOrDefault("which", "mine")) {
      case "all" -> debts.open();
      case "late" -> debts.late(now);
      case "written-off" -> debts.writtenOff();
      default -> debts.of(asked.who().id(), now);
    };
  }

  private Reply writeOff(Asked asked) {
    Instant now = clock.instant();
    var shownTo = debts.shownTo(asked.id(), now); // afterwards it is on nobody's desk
    Debt stands =
        open(debts.writeOff(asked.id(), asked.who().id(), asked.body().getString("reason"), now));
    desks.showDebts(shownTo);
    return Reply.ok(shape(stands));
  }

  /** By whoever looks after the others: for themselves, or for a colleague who can. */
  private Reply takeOver(Asked asked) {
    Instant now = clock.instant();
    Long to = asked.body().getLong("toId");
    Set<AgentId> told = new HashSet<>(debts.shownTo(asked.id(), now));
    Debt stands = open(debts.give(asked.id(), to == null ? asked.who().id() : new AgentId(to)));
    told.addAll(debts.shownTo(asked.id(), now));
    desks.showDebts(told);
    return Reply.ok(shape(stands));
  }

  private static Debt open(Outcome<Debt> outcome) {
    if (outcome instanceof Outcome.Conflict<Debt>) {
      throw Refusal.conflict("id", "They have been talked with, or it is written off already.");
    }
    return Stored.value(outcome);
  }

  private JsonObject shape(Debt debt) {
    return DebtShapes.debt(debt, numbers, clock.instant());
  }
}
