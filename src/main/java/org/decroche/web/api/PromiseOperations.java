package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.Promise;
import org.decroche.store.Promises;
import org.decroche.web.json.Words;

/** What was promised to customers. */
final class PromiseOperations implements Operations {
  /** A year ahead is a typing mistake rather than a promise. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Promises promises;
  private final Clock clock;

  PromiseOperations(Promises promises, Clock clock) {
    this.promises = promises;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listPromises",
        asked ->
            Reply.list(
                asked.parameters().getOrDefault("which", "mine").equals("late")
                    ? promises.late(clock.instant())
                    : promises.openOf(asked.who().id(), clock.instant()),
                this::shape),
        "listPromisesOfCase",
        asked -> Reply.list(promises.of(asked.id()), this::shape),
        "makePromise",
        this::make,
        "endPromise",
        this::end);
  }

  private Reply make(Asked asked) {
    Instant now = clock.instant();
    Instant due = moment(asked.body().getString("dueAt"));
    if (!due.isAfter(now) || due.isAfter(now.plus(LONGEST))) {
      throw Refusal.wrong("dueAt", "dueAt must lie ahead, within a year.");
    }
    AgentId by = new AgentId(asked.body().getLong("byId"));
    return Reply.created(
        shape(
            Stored.value(
                promises.make(asked.id(), asked.line("what"), by, due, asked.who().id(), now))));
  }

  private Reply end(Asked asked) {
    Promise.State how = Words.read(Promise.State.class, asked.body().getString("state"));
    return Reply.ok(
        shape(Stored.value(promises.end(asked.id(), how, asked.who().id(), clock.instant()))));
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException noMoment) {
      throw Refusal.wrong("dueAt", "dueAt is no moment: write it as in 2026-12-24T11:00:00Z.");
    }
  }

  private JsonObject shape(Promise promise) {
    return DebtShapes.promise(promise, clock.instant());
  }
}
