package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.why.Foreseen;
import org.decroche.store.Agents;
import org.decroche.store.ExplanationJson;
import org.decroche.store.FrontDoors;
import org.decroche.web.json.Words;

/** Who would pick up if this number called that front door, then? */
final class OutlookOperations implements Operations {
  private final WhoWouldAnswer who;
  private final FrontDoors doors;
  private final Agents agents;

  OutlookOperations(WhoWouldAnswer who, FrontDoors doors, Agents agents) {
    this.who = who;
    this.doors = doors;
    this.agents = agents;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("whoWouldAnswer", this::ask);
  }

  private Reply ask(Asked asked) {
    FrontDoorId door = new FrontDoorId(Long.parseLong(asked.text("frontDoor")));
    if (doors.byId(door).isEmpty()) {
      throw Refusal.wrong("frontDoor", "frontDoor names nothing we know.");
    }
    Optional<PhoneNumber> number =
        Optional.ofNullable(asked.parameters().get("number")).map(PhoneNumber::new);
    return switch (who.ask(door, number, at(asked))) {
      case WhoWouldAnswer.Outlook.Seen seen -> Reply.ok(shape(seen));
      case WhoWouldAnswer.Outlook.Unknown(String sentence) -> throw Refusal.wrong("at", sentence);
    };
  }

  private static Optional<Instant> at(Asked asked) {
    try {
      return Optional.ofNullable(asked.parameters().get("at")).map(Instant::parse);
    } catch (DateTimeException noTime) {
      throw Refusal.wrong("at", "at is no time.");
    }
  }

  private JsonObject shape(WhoWouldAnswer.Outlook.Seen seen) {
    if (seen.moments().isEmpty()) {
      throw Refusal.wrong("at", "The front door was not there at that time.");
    }
    Map<String, String> names = new HashMap<>();
    if (seen.basis() == WhoWouldAnswer.Basis.RECORDED) { // where nobody has a name
      agents.all().forEach(agent -> names.put("agent " + agent.id().value(), agent.name()));
    }
    JsonArray moments = new JsonArray();
    seen.moments().forEach(moment -> moments.add(named(shape(moment), names)));
    return new JsonObject()
        .put("at", Words.moment(seen.at()))
        .put("basis", Words.word(seen.basis()))
        .put("assumed", new JsonArray(assumed(seen.basis())))
        .put("moments", moments);
  }

  /** What the answer takes for granted, so that nobody takes it for more than it is. */
  private static List<String> assumed(WhoWouldAnswer.Basis basis) {
    return switch (basis) {
      case NOW -> List.of("nobody-else-waits");
      case FUTURE ->
          List.of("nobody-else-waits", "people-and-phones-as-now", "caller-known-as-now");
      case RECORDED -> List.of("nobody-else-waits", "caller-known-as-now");
    };
  }

  private static JsonObject shape(Foreseen moment) {
    Optional<Foreseen.Chosen> choice = moment.choice();
    JsonObject params =
        choice.map(one -> ExplanationJson.reason(one.reason())).orElseGet(JsonObject::new);
    Object rule = params.remove("rule");
    JsonObject shape =
        new JsonObject()
            .put("afterSeconds", moment.after().toSeconds())
            .put(
                "agent",
                choice.map(one -> Words.named(one.agent().value(), one.name())).orElse(null))
            .put("rule", rule)
            .put("sentence", choice.map(one -> one.reason().sentence()).orElse(null))
            .put("params", params)
            .putNull("stage")
            .putNull("until")
            .put("considered", new JsonArray());
    return ExplanationJson.put(shape, moment.explanation());
  }

  private static JsonObject named(JsonObject moment, Map<String, String> names) {
    JsonObject agent = moment.getJsonObject("agent");
    if (agent != null) {
      rename(agent, "name", names);
    }
    rename(moment.getJsonObject("params"), "of", names);
    moment.getJsonArray("considered").forEach(one -> rename((JsonObject) one, "name", names));
    return moment;
  }

  private static void rename(JsonObject of, String field, Map<String, String> names) {
    String name = of.getString(field);
    if (name != null) {
      of.put(field, names.getOrDefault(name, name));
    }
  }
}
