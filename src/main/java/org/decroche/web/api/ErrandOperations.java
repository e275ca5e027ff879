package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.store.AgentAccount;
import org.decroche.store.Cases;
import org.decroche.store.Errand;
import org.decroche.store.Errands;
import org.decroche.store.Outcome;
import org.decroche.web.json.Words;

/** What third parties owe us. */
final class ErrandOperations implements Operations {
  private final Errands errands;
  private final Cases cases;
  private final CustomerAccess access;
  private final Clock clock;

  ErrandOperations(Errands errands, Cases cases, CustomerAccess access, Clock clock) {
    this.errands = errands;
    this.cases = cases;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listErrands", this::list,
        "listErrandsOfCase", this::ofCase,
        "addErrand", this::add,
        "chaseErrand", this::chase,
        "endErrand", this::end);
  }

  /** Of what others have to chase, whoever does not look after them sees that it is late. */
  private Reply list(Asked asked) {
    Instant now = clock.instant();
    AgentAccount who = asked.who();
    if (asked.parameters().getOrDefault("which", "mine").equals("mine")) {
      return Reply.list(
          errands.openOf(who.id(), Moments.parameter(asked, "before"), now), this::shape);
    }
    List<Errand> late = errands.late(now);
    access.listed(who, late.stream().map(errand -> errand.customer().id()).toList());
    Set<Long> theirs =
        errands.openOf(who.id(), Optional.empty(), now).stream()
            .map(Errand::id)
            .collect(Collectors.toSet());
    return Reply.list(
        late,
        errand ->
            CustomerAccess.seesEverybodys(who) || theirs.contains(errand.id())
                ? shape(errand)
                : CaseShapes.minimum(errand, now));
  }

  private Reply ofCase(Asked asked) {
    access.mustRead(asked.who(), cases, asked.id());
    return Reply.list(errands.of(asked.id()), this::shape);
  }

  private Reply add(Asked asked) {
    CustomerAccess.Look unused = access.mustSee(asked.who(), cases, asked.id());
    Instant now = clock.instant();
    Errand.Details wanted =
        new Errand.Details(
            asked.line("party"),
            asked.optional("contact"),
            asked.line("what"),
            Moments.ahead(asked, "dueAt", now));
    return Reply.created(
        shape(value(errands.add(asked.id(), wanted, Moments.call(asked), asked.who().id(), now))));
  }

  private Reply chase(Asked asked) {
    mustSee(asked);
    Instant now = clock.instant();
    Optional<Instant> due =
        asked.optional("dueAt") == null
            ? Optional.empty()
            : Optional.of(Moments.ahead(asked, "dueAt", now));
    return Reply.created(
        shape(
            value(
                errands.chase(
                    asked.id(),
                    asked.body().getString("text"),
                    due,
                    Moments.call(asked),
                    asked.who().id(),
                    now))));
  }

  private void mustSee(Asked asked) {
    CustomerAccess.Look unused =
        access.mustSee(asked.who(), cases, Stored.value(errands.caseOf(asked.id())));
  }

  private Reply end(Asked asked) {
    mustSee(asked);
    Errand.State how = Words.read(Errand.State.class, asked.body().getString("state"));
    return Reply.ok(
        shape(
            value(
                errands.end(
                    asked.id(), how, asked.line("words"), asked.who().id(), clock.instant()))));
  }

  private static Errand value(Outcome<Errand> outcome) {
    return switch (outcome) {
      case Outcome.Conflict<Errand>(String field) when field.equals("status") ->
          throw Refusal.conflict("status", "This case is closed: open it again first.");
      case Outcome.Conflict<Errand>(String field) when field.equals("state") ->
          throw Refusal.conflict("state", "This errand was done or dropped already.");
      default -> Stored.value(outcome);
    };
  }

  private JsonObject shape(Errand errand) {
    return CaseShapes.errand(errand, clock.instant());
  }
}
