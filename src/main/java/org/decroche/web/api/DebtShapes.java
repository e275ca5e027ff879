package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.caller.CallerNumber;
import org.decroche.store.CallRecord.Agent;
import org.decroche.store.CallRecord.Person;
import org.decroche.store.Debt;
import org.decroche.store.Debt.Standing;
import org.decroche.store.Promise;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Debts and promises as the contract's JSON. */
final class DebtShapes {
  private DebtShapes() {}

  static JsonObject debt(Debt debt, NumberJson numbers, Instant now) {
    return new JsonObject()
        .put("id", debt.id())
        .put(
            "number",
            numbers.in(debt.door().country()).caller(new CallerNumber.Dialable(debt.number())))
        .put("customer", person(debt.customer()))
        .put("frontDoor", Words.named(debt.door().id().value(), debt.door().name()))
        .put("owner", agent(debt.owner()))
        .put("firstCallAt", Words.moment(debt.began()))
        .put("lastCallAt", Words.moment(debt.missed()))
        .put("rangSeconds", debt.rang().toSeconds())
        .put("calls", debt.calls())
        .put("dueAt", Words.moment(debt.due()))
        .put("late", debt.isLate(now))
        .put(
            "assignments", new JsonArray(debt.assignments().stream().map(DebtShapes::one).toList()))
        .mergeIn(standing(debt.standing()));
  }

  private static JsonObject one(Debt.Assignment assignment) {
    return new JsonObject()
        .put("at", Words.moment(assignment.at()))
        .put("from", agent(assignment.from()))
        .put("to", agent(Optional.of(assignment.to())))
        .put("by", agent(Optional.of(assignment.by())));
  }

  /** Without where they are to be called, and what was written of them. */
  static JsonObject minimum(Debt debt, NumberJson numbers, Instant now) {
    JsonObject shape = debt(debt, numbers, now);
    return shape
        .put("number", CallOfOthers.masked(shape.getJsonObject("number")))
        .putNull("reason");
  }

  static JsonObject promise(Promise promise, Instant now) {
    return new JsonObject()
        .put("id", promise.id())
        .put("caseId", promise.caseId())
        .put("case", promise.caseTitle())
        .put("customer", Words.named(promise.customer().id(), promise.customer().name()))
        .put("what", promise.what())
        .put("by", Words.named(promise.by().id().value(), promise.by().name()))
        .put("dueAt", Words.moment(promise.due()))
        .put("madeAt", Words.moment(promise.made()))
        .put("callId", promise.call())
        .put("state", Words.word(promise.state()))
        .put("endedAt", Words.moment(promise.ended()))
        .put("why", promise.why())
        .put("late", promise.isLate(now));
  }

  static @Nullable JsonObject person(Optional<Person> person) {
    return person.map(one -> Words.named(one.id(), one.name())).orElse(null);
  }

  private static @Nullable JsonObject agent(Optional<Agent> agent) {
    return agent.map(one -> Words.named(one.id().value(), one.name())).orElse(null);
  }

  private static JsonObject standing(Standing standing) {
    return switch (standing) {
      case Standing.Open open -> ended("open", null, null, null);
      case Standing.Settled settled -> ended("settled", settled.at(), agent(settled.by()), null);
      case Standing.WrittenOff off ->
          ended("written-off", off.at(), agent(Optional.of(off.by())), off.reason());
    };
  }

  private static JsonObject ended(
      String state, @Nullable Instant at, @Nullable JsonObject by, @Nullable String reason) {
    return new JsonObject()
        .put("state", state)
        .put("endedAt", Words.moment(at))
        .put("endedBy", by)
        .put("reason", reason);
  }
}
