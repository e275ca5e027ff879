package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.store.Debt;
import org.decroche.store.Debts;
import org.decroche.store.Outcome;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;

/** Whom we owe a call back. */
final class DebtOperations implements Operations {
  private final Debts debts;
  private final CustomerAccess access;
  private final OpenDesks desks;
  private final NumberJson numbers;
  private final Clock clock;

  DebtOperations(
      Debts debts, CustomerAccess access, OpenDesks desks, NumberJson numbers, Clock clock) {
    this.debts = debts;
    this.access = access;
    this.desks = desks;
    this.numbers = numbers;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listDebts",
        this::list,
        "readDebt",
        asked ->
            Reply.ok(seenBy(asked.who(), List.of(Stored.value(debts.byId(asked.id())))).getFirst()),
        "writeOffDebt",
        this::writeOff,
        "takeOverDebt",
        this::takeOver);
  }

  private Reply list(Asked asked) {
    Instant now = clock.instant();
    List<Debt> found =
        switch (asked.parameters().getOrDefault("which", "mine")) {
          case "all" -> debts.open();
          case "late" -> debts.late(now);
          case "written-off" -> debts.writtenOff();
          default -> debts.of(asked.who().id(), now);
        };
    return Reply.list(seenBy(asked.who(), found), shape -> shape);
  }

  /** Where to call somebody back is for whoever is to do it, and for who looks after them. */
  private List<JsonObject> seenBy(AgentAccount who, List<Debt> found) {
    Set<Long> theirs =
        debts.of(who.id(), clock.instant()).stream().map(Debt::id).collect(Collectors.toSet());
    access.listed(
        who,
        found.stream()
            .filter(debt -> !theirs.contains(debt.id()))
            .flatMap(debt -> debt.customer().stream())
            .map(CallRecord.Person::id)
            .toList());
    boolean whole = CustomerAccess.seesEverybodys(who);
    return found.stream()
        .map(
            debt ->
                whole || theirs.contains(debt.id()) || isTheirs(who, debt)
                    ? shape(debt)
                    : DebtShapes.minimum(debt, numbers, clock.instant()))
        .toList();
  }

  /** Also when nothing is owed any more. */
  private static boolean isTheirs(AgentAccount who, Debt debt) {
    return debt.owner().filter(owner -> owner.id().equals(who.id())).isPresent();
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
    Debt stands =
        open(
            debts.give(
                asked.id(),
                to == null ? asked.who().id() : new AgentId(to),
                asked.who().id(),
                now));
    stands.customer().ifPresent(customer -> access.tookOnDebt(asked.who(), customer.id()));
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
