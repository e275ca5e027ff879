package org.decroche.store;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.decroche.routing.call.Reason;
import org.decroche.routing.why.Considered;
import org.decroche.routing.why.Explanation;

/** A decision in full as JSON, the same in the record, on the desk and in replies. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /**
   * Adds it to what is told of the decision. Nothing is added of what no rule decided.
   *
   * @param to gets {@code stage}, {@code until} when the time will change something, and {@code
   *     considered}
   */
  public static JsonObject put(JsonObject to, Explanation explanation) {
    if (explanation.equals(Explanation.NONE)) {
      return to;
    }
    explanation.until().ifPresent(until -> to.put("until", until.toString()));
    return to.put("stage", Words.spelt(explanation.stage()))
        .put("considered", considered(explanation));
  }

  /** The rule and what it went by. */
  public static JsonObject reason(Reason reason) {
    return ReasonJson.write(reason);
  }

  private static JsonArray considered(Explanation explanation) {
    JsonArray all = new JsonArray();
    explanation.considered().forEach(one -> all.add(json(one)));
    return all;
  }

  private static JsonObject json(Considered considered) {
    JsonObject rule = new JsonObject().put("rule", considered.rule());
    return switch (considered) {
      case Considered.Person one ->
          rule.put("agentId", one.agent().value())
              .put("name", PlainText.plain(one.name()))
              .put("because", Words.spelt(one.because()));
      case Considered.Team team ->
          rule.put("team", PlainText.plain(team.team()))
              .put("members", team.members())
              .put("ready", team.ready())
              .put("free", team.free())
              .put("because", "none-chosen");
      case Considered.NotYet next ->
          rule.put("team", PlainText.plain(next.team()))
              .put("afterSeconds", next.after().toSeconds())
              .put("because", "not-yet");
    };
  }
}
