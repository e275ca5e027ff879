package org.decroche.store;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.decroche.routing.call.Reason;
import org.decroche.routing.caller.Owed;

/** Why an agent got a call, as the detail of a step: the rule's name and what it went by. */
final class ReasonJson {
  private ReasonJson() {}

  static JsonObject write(Reason reason) {
    JsonObject rule = new JsonObject().put("rule", reason.rule());
    return switch (reason) {
      case Reason.OwnerOfOpenCase owner ->
          rule.put("caseId", owner.caseId())
              .put("case", PlainText.plain(owner.title()))
              .put("openedAt", owner.openedAt().toString());
      case Reason.LastTalkedWith talked -> rule.put("at", talked.talkedAt().toString());
      case Reason.LongestIdle idle ->
          rule.put("team", PlainText.plain(idle.team()))
              .put("idleSince", idle.idleSince().toString());
      case Reason.OwesThem owes ->
          rule.put("what", Words.spelt(owes.what())).put("due", owes.due().toString());
      case Reason.DeputyOf deputy ->
          rule.put("of", PlainText.plain(deputy.of())).put("their", deputy.their());
      case Reason.NextTeam next ->
          rule.put("team", PlainText.plain(next.team()))
              .put("waitedSeconds", next.waited().toSeconds());
      case Reason.OnCall onCall -> {
        onCall.until().ifPresent(until -> rule.put("onCallUntil", until.toString()));
        yield rule.put("door", PlainText.plain(onCall.door()));
      }
      case Reason.HandedOver over ->
          rule.put("by", PlainText.plain(over.by()))
              .put("summary", PlainText.plain(over.summary()))
              .put("movesCase", over.movesCase().orElse(null));
      case Reason.BroughtIn in ->
          rule.put("by", PlainText.plain(in.by())).put("summary", PlainText.plain(in.summary()));
      case Reason.Fallback fallback -> rule;
    };
  }

  /** What {@link #write} wrote; what another version wrote otherwise is taken for no rule's. */
  static Reason read(JsonObject rule) {
    try {
      return switch (rule.getString("rule", "")) {
        case Reason.OwnerOfOpenCase.RULE ->
            new Reason.OwnerOfOpenCase(
                rule.getLong("caseId"), rule.getString("case"), instant(rule, "openedAt"));
        case Reason.LastTalkedWith.RULE -> new Reason.LastTalkedWith(instant(rule, "at"));
        case Reason.LongestIdle.RULE ->
            new Reason.LongestIdle(rule.getString("team"), instant(rule, "idleSince"));
        case Reason.OwesThem.RULE ->
            new Reason.OwesThem(
                Words.read(Owed.What.class, rule.getString("what")), instant(rule, "due"));
        case Reason.DeputyOf.RULE ->
            new Reason.DeputyOf(rule.getString("of"), rule.getString("their"));
        case Reason.NextTeam.RULE ->
            new Reason.NextTeam(
                rule.getString("team"), Duration.ofSeconds(rule.getLong("waitedSeconds")));
        case Reason.OnCall.RULE ->
            new Reason.OnCall(
                rule.getString("door"),
                Optional.ofNullable(rule.getString("onCallUntil")).map(Instant::parse));
        case Reason.HandedOver.RULE ->
            new Reason.HandedOver(
                rule.getString("by"),
                rule.getString("summary"),
                Optional.ofNullable(rule.getLong("movesCase")));
        case Reason.BroughtIn.RULE ->
            new Reason.BroughtIn(rule.getString("by"), rule.getString("summary"));
        default -> new Reason.Fallback();
      };
    } catch (RuntimeException otherVersion) {
      return new Reason.Fallback(); // something is missing, or written in another way
    }
  }

  private static Instant instant(JsonObject rule, String name) {
    return Instant.parse(rule.getString(name));
  }
}
