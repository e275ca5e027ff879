package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a call went as it went, in English, for reading. */
final class WhyText {
  private WhyText() {}

  /** In one line. */
  static String line(JsonObject why) {
    JsonObject by = why.getJsonObject("answeredBy");
    if (why.getString("answeredAt") != null) {
      return "%s answered after %d s%s."
          .formatted(
              by == null ? "Somebody" : by.getString("name"),
              seconds(why, "answeredAt"),
              decisions(why).stream()
                  .filter(decision -> "answered".equals(decision.getString("end")))
                  .reduce((earlier, last) -> last)
                  .map(WhyText::because)
                  .orElse(""));
    }
    if (why.getString("endedAt") != null) {
      return "Nobody answered; the caller gave up after %d s.".formatted(seconds(why, "endedAt"));
    }
    return decisions(why).stream()
        .reduce((earlier, last) -> last)
        .filter(last -> last.getString("end") == null)
        .map(last -> decided(last) + ".")
        .orElse("Nothing has been decided yet.");
  }

  /** In full. */
  static String text(JsonObject why) {
    StringBuilder text = new StringBuilder();
    line(text, "Call " + why.getString("call"));
    line(text, why.getString("line"));
    for (JsonObject decision : decisions(why)) {
      line(text, "");
      line(text, decision.getString("at") + "  " + decided(decision) + end(decision));
      for (JsonObject one : objects(decision, "considered")) {
        line(text, "  passed over: " + passedOver(one));
      }
    }
    return text.toString();
  }

  /** Why one of those who were considered was not offered the call. */
  static String passedOver(JsonObject one) {
    String who = one.getString("name", "team " + one.getString("team"));
    return who
        + switch (one.getString("because")) {
          case "away" -> " was away";
          case "off" -> " was off";
          case "unreachable" -> "'s phone was not connected";
          case "ringing" -> " was being rung for another caller";
          case "talking" -> " was talking";
          case "wrapping-up" -> " was wrapping up";
          case "on-the-phone" -> " was on the phone with somebody else";
          case "let-pass" -> " had let this call pass";
          case "free-less-long" -> " had been free for less long";
          case "not-yet" -> " helps after %d s only".formatted(one.getInteger("afterSeconds"));
          case "none-chosen" ->
              ": %d people, %d ready, %d free"
                  .formatted(
                      one.getInteger("members"), one.getInteger("ready"), one.getInteger("free"));
          default -> " (" + one.getString("because") + ")";
        };
  }

  private static String decided(JsonObject decision) {
    if (decision.getString("kind").equals("waiting")) {
      return "nobody to ring" + stage(decision);
    }
    JsonObject agent = decision.getJsonObject("agent");
    return "offered to "
        + (agent == null ? "somebody" : agent.getString("name"))
        + because(decision);
  }

  private static String stage(JsonObject decision) {
    String until = decision.getString("until");
    return switch (String.valueOf(decision.getString("stage"))) {
      case "closed" -> ": the front door is closed" + (until == null ? "" : " until " + until);
      case "right-person" -> ": somebody who knows the caller is waited for until " + until;
      default -> "";
    };
  }

  private static String end(JsonObject decision) {
    String end = decision.getString("end");
    if (end == null) {
      return "";
    }
    JsonObject by = decision.getJsonObject("endedBy");
    return "; " + end.replace('-', ' ') + (by == null ? "" : " by " + by.getString("name"));
  }

  private static String because(JsonObject decision) {
    JsonObject agent = decision.getJsonObject("agent");
    String clause = clause(decision);
    return clause == null
        ? ""
        : ", because " + (agent == null ? "the one rung" : agent.getString("name")) + " " + clause;
  }

  private static @Nullable String clause(JsonObject decision) {
    JsonObject params = decision.getJsonObject("params");
    return switch (String.valueOf(decision.getString("rule"))) {
      case "owner-of-open-case" -> "owns their open case: " + params.getString("case");
      case "owes-them" ->
          "promise".equals(params.getString("what"))
              ? "promised them something"
              : "owes them a call back";
      case "last-talked-with" -> "was the last to talk with them";
      case "deputy" -> "stands in for %s, who knows them".formatted(params.getString("of"));
      case "longest-idle" -> "had been free the longest in " + params.getString("team");
      case "next-team" ->
          "is of %s, which helps by then: the caller had waited for %d s"
              .formatted(params.getString("team"), params.getInteger("waitedSeconds"));
      case "on-call" ->
          "is on call for "
              + params.getString("door")
              + (params.getString("onCallUntil") == null
                  ? ""
                  : " until " + params.getString("onCallUntil"));
      case "fallback" -> "had a free phone while the routing could not decide";
      default -> null;
    };
  }

  private static long seconds(JsonObject why, String end) {
    Instant from = Instant.parse(why.getString("arrivedAt"));
    return Math.max(0, Duration.between(from, Instant.parse(why.getString(end))).toSeconds());
  }

  private static List<JsonObject> decisions(JsonObject why) {
    return objects(why, "decisions");
  }

  private static List<JsonObject> objects(JsonObject of, String list) {
    return of.getJsonArray(list).stream().map(JsonObject.class::cast).toList();
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
