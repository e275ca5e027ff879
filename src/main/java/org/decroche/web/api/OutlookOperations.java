package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;
import org.decroche.routing.why.Foreseen;
import org.decroche.store.Agents;
import org.decroche.store.Customer;
import org.decroche.store.Customers;
import org.decroche.store.ExplanationJson;
import org.decroche.store.FrontDoors;
import org.decroche.store.Policies;
import org.decroche.store.RoutingSettings;
import org.decroche.store.Team;
import org.decroche.store.Teams;
import org.decroche.web.json.Words;
import org.jspecify.annotations.Nullable;

/** Who would pick up if this number called that front door, then? */
final class OutlookOperations implements Operations {
  /** Of one number. */
  private static final int MOST = 100;

  private final WhoWouldAnswer who;
  private final FrontDoors doors;
  private final Teams teams;
  private final KeptRouting routing;
  private final Agents agents;
  private final Customers customers;
  private final CustomerAccess access;

  OutlookOperations(
      WhoWouldAnswer who,
      FrontDoors doors,
      Teams teams,
      KeptRouting routing,
      Agents agents,
      Customers customers,
      CustomerAccess access) {
    this.who = who;
    this.doors = doors;
    this.teams = teams;
    this.routing = routing;
    this.agents = agents;
    this.customers = customers;
    this.access = access;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of("whoWouldAnswer", this::ask, "whoWouldAnswerIf", this::askIf);
  }

  private Reply ask(Asked asked) {
    FrontDoorId door = new FrontDoorId(Long.parseLong(asked.text("frontDoor")));
    if (doors.byId(door).isEmpty()) {
      throw Refusal.wrong("frontDoor", "frontDoor names nothing we know.");
    }
    Map<String, String> sent = asked.parameters();
    return answer(
        asked,
        new WhoWouldAnswer.Question(
            door, number(sent.get("number")), at(sent.get("at")), UnaryOperator.identity()));
  }

  /** With settings that nobody has saved, judged as saving them would judge them. */
  private Reply askIf(Asked asked) {
    JsonObject body = asked.body();
    FrontDoorId id = new FrontDoorId(body.getLong("frontDoor"));
    FrontDoors.Door door =
        doors
            .byId(id)
            .orElseThrow(() -> Refusal.wrong("frontDoor", "frontDoor names nothing we know."));
    TeamId team = new TeamId(body.getLong("teamId", door.settings().team().value()));
    Map<TeamId, String> names =
        teams.all().stream().collect(Collectors.toMap(Team::id, Team::name));
    if (!names.containsKey(team)) {
      throw Refusal.wrong("teamId", "teamId names nobody or nothing we know.");
    }
    Optional<Policy> policy =
        Optional.ofNullable(body.getJsonObject("routing"))
            .map(draft -> draft(door, team, draft))
            .map(draft -> Policies.policy(draft, names));
    return answer(
        asked,
        new WhoWouldAnswer.Question(
            id,
            number(body.getString("number")),
            at(body.getString("at")),
            stands ->
                stands
                    .behind(team, names.getOrDefault(team, ""))
                    .with(policy.orElse(stands.policy()))));
  }

  private RoutingSettings draft(FrontDoors.Door door, TeamId team, JsonObject draft) {
    try {
      return routing.read(door, team, draft);
    } catch (Refusal refusal) {
      throw refusal.under("routing");
    }
  }

  /** What is told of a number is told of whoever uses it. */
  private Reply answer(Asked asked, WhoWouldAnswer.Question question) {
    question
        .number()
        .ifPresent(
            one ->
                access.searched(
                    asked.who(), customers.using(one, MOST).stream().map(Customer::id).toList()));
    return switch (who.ask(question)) {
      case WhoWouldAnswer.Outlook.Seen seen -> Reply.ok(shape(seen));
      case WhoWouldAnswer.Outlook.Unknown(String sentence) -> throw Refusal.wrong("at", sentence);
    };
  }

  private static Optional<PhoneNumber> number(@Nullable String sent) {
    return Optional.ofNullable(sent).map(PhoneNumber::new);
  }

  private static Optional<Instant> at(@Nullable String sent) {
    try {
      return Optional.ofNullable(sent).map(Instant::parse);
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
