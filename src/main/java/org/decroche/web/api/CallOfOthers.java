package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.store.AgentAccount;
import org.decroche.store.CallRecord;
import org.decroche.store.Role;
import org.jspecify.annotations.Nullable;

/**
 * A call of others' as an agent sees it: how it went and why, but no number, and nothing that was
 * said of the caller (decision 26).
 */
final class CallOfOthers {
  private static final String LEFT_OUT = "…";

  /** What may be told of a step. A new detail is not, until it is named here. */
  private static final Set<String> TOLD =
      Set.of(
          "rule",
          "case",
          "caseId",
          "at",
          "openedAt",
          "team",
          "idleSince",
          "what",
          "due",
          "of",
          "their",
          "waitedSeconds",
          "door",
          "by",
          "summary",
          "stage",
          "until",
          "considered",
          "lookUp",
          "people",
          "customerId",
          "debtId",
          "how",
          "millisBilledBefore",
          "byHand",
          "ending",
          "number",
          "leg");

  private CallOfOthers() {}

  /** Whether they took part, or were asked to; an administrator sees everything. */
  static boolean isNot(AgentAccount who, CallRecord call) {
    return who.role() == Role.ADMINISTRATOR || isTheirs(who, call);
  }

  /** Reading what became of others' calls is a look at who called. */
  static void noted(CustomerAccess access, AgentAccount who, CallRecord call) {
    if (!isTheirs(who, call)) {
      access.openedCall(who, call);
    }
  }

  private static boolean isTheirs(AgentAccount who, CallRecord call) {
    return isOf(who.id(), call.answeredBy())
        || call.out().filter(out -> isOf(who.id(), out.by())).isPresent()
        || call.steps().stream().anyMatch(step -> isOf(who.id(), step.agent()));
  }

  /** With the words of a hand-over, and numbers that were brought in, left out. */
  static CallRecord bare(CallRecord call) {
    List<CallRecord.Step> steps = call.steps().stream().map(CallOfOthers::bare).toList();
    return new CallRecord(
        call.id(),
        call.door(),
        call.number(),
        call.customer(),
        call.arrivedAt(),
        call.answeredAt(),
        call.answeredBy(),
        call.endedAt(),
        call.ending(),
        call.secondsBilledBeforeHuman(),
        call.out(),
        steps);
  }

  /** The last two digits, as of any number that is protected. */
  static JsonObject masked(JsonObject number) {
    String e164 = number.getString("e164");
    return e164 == null
        ? number
        : number
            .copy()
            .putNull("e164")
            .put("display", LEFT_OUT + e164.substring(e164.length() - 2));
  }

  private static CallRecord.Step bare(CallRecord.Step step) {
    JsonObject detail = new JsonObject(step.detail());
    String summary = detail.getString("summary");
    Set.copyOf(detail.fieldNames()).stream()
        .filter(name -> !TOLD.contains(name))
        .forEach(detail::remove);
    if (summary != null) {
      detail.put("summary", LEFT_OUT);
    }
    if (detail.getValue("number") instanceof String number && number.startsWith("+")) {
      detail.put("number", LEFT_OUT + number.substring(number.length() - 2));
    }
    return new CallRecord.Step(
        step.seq(),
        step.at(),
        step.kind(),
        step.agent(),
        step.offer(),
        without(step.reason(), summary),
        detail.encode());
  }

  private static @Nullable String without(@Nullable String reason, @Nullable String summary) {
    return reason == null || summary == null ? reason : reason.replace(summary, LEFT_OUT);
  }

  private static boolean isOf(AgentId id, Optional<CallRecord.Agent> agent) {
    return agent.filter(one -> one.id().equals(id)).isPresent();
  }
}
