package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.call.CallId;
import org.decroche.store.CallRecord;
import org.decroche.store.Calls;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Why a call went as it went: in one line, and decision by decision. */
final class WhyOperations implements Operations {
  private static final Set<String> DECISIONS = Set.of("offered", "waiting");

  private final Calls calls;
  private final CustomerAccess access;

  WhyOperations(Calls calls, CustomerAccess access) {
    this.calls = calls;
    this.access = access;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "explainCall", asked -> Reply.ok(why(call(asked))), "exportWhy", asked -> export(asked));
  }

  private Reply export(Asked asked) {
    JsonObject why = why(call(asked));
    return asked.parameters().getOrDefault("as", "text").equals("csv")
        ? Reply.text("text/csv; charset=utf-8; header=present", WhyCsv.csv(why))
        : Reply.text("text/plain; charset=utf-8", WhyText.text(why));
  }

  private CallRecord call(Asked asked) {
    CallRecord call = Stored.value(calls.byId(new CallId(asked.text("id"))));
    CallOfOthers.noted(access, asked.who(), call);
    return CallOfOthers.isNot(asked.who(), call) ? call : CallOfOthers.bare(call);
  }

  private static JsonObject why(CallRecord call) {
    JsonArray decisions = new JsonArray();
    for (CallRecord.Step step : call.steps()) {
      if (DECISIONS.contains(step.kind())) {
        decisions.add(
            decision(step, endOf(step, call.steps()))
                .put("endedBy", withdrawnBy(step, call.steps())));
      }
    }
    JsonObject why =
        new JsonObject()
            .put("call", call.id().value())
            .put("arrivedAt", Words.moment(call.arrivedAt()))
            .put("answeredAt", Words.moment(call.answeredAt()))
            .put("answeredBy", person(call.answeredBy()))
            .put("endedAt", Words.moment(call.endedAt()))
            .put("ending", call.ending())
            .put("decisions", decisions);
    return why.put("line", WhyText.line(why));
  }

  private static JsonObject decision(CallRecord.Step step, @Nullable String end) {
    JsonObject detail = new JsonObject(step.detail());
    JsonArray considered = detail.getJsonArray("considered", new JsonArray());
    JsonObject params = detail.copy();
    List.of("rule", "stage", "until", "considered").forEach(params::remove);
    return new JsonObject()
        .put("at", Words.moment(step.at()))
        .put("kind", step.kind())
        .put("agent", person(step.agent()))
        .put("rule", detail.getString("rule"))
        .put("sentence", step.reason())
        .put("params", params)
        .put("stage", detail.getString("stage"))
        .put("until", detail.getString("until"))
        .put("considered", considered)
        .put("end", end);
  }

  /** How the offer ended: it was answered, or not; null while it rings, and of a wait. */
  private static @Nullable String endOf(CallRecord.Step offered, List<CallRecord.Step> steps) {
    Long offer = offered.offer();
    if (offer == null) {
      return null;
    }
    Optional<CallRecord.Step> end =
        steps.stream()
            .filter(step -> offer.equals(step.offer()))
            .filter(step -> Set.of("answered", "offer-ended").contains(step.kind()))
            .findFirst();
    return end.map(
            step ->
                step.kind().equals("answered")
                    ? "answered"
                    : new JsonObject(step.detail()).getString("how"))
        .orElse(null);
  }

  /** Who had the phone rung no more, in the place of whoever it rang for. */
  private static @Nullable JsonObject withdrawnBy(
      CallRecord.Step offered, List<CallRecord.Step> steps) {
    return steps.stream()
        .filter(step -> step.kind().equals("withdrawn"))
        .filter(step -> step.offer() != null && step.offer().equals(offered.offer()))
        .findFirst()
        .map(step -> person(step.agent()))
        .orElse(null);
  }

  private static @Nullable JsonObject person(Optional<CallRecord.Agent> agent) {
    return agent.map(one -> Words.named(one.id().value(), one.name())).orElse(null);
  }
}
