package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Cases;
import org.decroche.store.Promise;
import org.decroche.store.Promises;
import org.decroche.web.json.Words;

/** What was promised to customers. */
final class PromiseOperations implements Operations {
  private final Promises promises;
  private final Cases cases;
  private final CustomerAccess access;
  private final Clock clock;

  PromiseOperations(Promises promises, Cases cases, CustomerAccess access, Clock clock) {
    this.promises = promises;
    this.cases = cases;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listPromises",
        this::list,
        "listPromisesOfCase",
        this::ofCase,
        "makePromise",
        this::make,
        "endPromise",
        this::end);
  }

  private Reply ofCase(Asked asked) {
    access.mustRead(asked.who(), cases, asked.id());
    return Reply.list(promises.of(asked.id()), this::shape);
  }

  private Reply list(Asked asked) {
    Instant now = clock.instant();
    if (asked.parameters().getOrDefault("which", "mine").equals("mine")) {
      return Reply.list(
          promises.openOf(asked.who().id(), Moments.parameter(asked, "before"), now), this::shape);
    }
    List<Promise> late = promises.late(now);
    access.listed(asked.who(), late.stream().map(promise -> promise.customer().id()).toList());
    return Reply.list(late, this::shape);
  }

  private Reply make(Asked asked) {
    Instant now = clock.instant();
    Instant due = Moments.ahead(asked, "dueAt", now);
    AgentId by = new AgentId(asked.body().getLong("byId"));
    CustomerAccess.Look look = access.mustSee(asked.who(), cases, asked.id());
    Promise made =
        Stored.value(
            promises.make(
                asked.id(),
                asked.line("what"),
                by,
                due,
                Moments.call(asked),
                asked.who().id(),
                now));
    access.tookOn(asked.who(), look, made.customer().id(), made.caseId(), Moments.call(asked));
    return Reply.created(shape(made));
  }

  private Reply end(Asked asked) {
    Promise.State how = Words.read(Promise.State.class, asked.body().getString("state"));
    String why = asked.optional("why");
    if ((how == Promise.State.BROKEN) != (why != null)) {
      throw Refusal.wrong(
          "why",
          why == null
              ? "why is missing: a broken promise takes a word why."
              : "why goes with a broken promise only.");
    }
    CustomerAccess.Look unused =
        access.mustSee(asked.who(), cases, Stored.value(promises.caseOf(asked.id())));
    return Reply.ok(
        shape(Stored.value(promises.end(asked.id(), how, why, asked.who().id(), clock.instant()))));
  }

  private JsonObject shape(Promise promise) {
    return DebtShapes.promise(promise, clock.instant());
  }
}
