package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Hours;
import org.decroche.store.DoorRouting;
import org.decroche.store.FrontDoors;
import org.decroche.store.Policies;
import org.decroche.store.RoutingSettings;
import org.decroche.store.Setting;
import org.decroche.store.SharedNumbers;
import org.decroche.store.Teams;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** Who else may answer at a front door, and when; and what holds for the whole house. */
final class RoutingOperations implements Operations {
  private final FrontDoors doors;
  private final DoorRouting routing;
  private final Teams teams;
  private final KeptRouting kept;
  private final SharedNumbers shared;
  private final NumberJson numbers;
  private final ChangeLog log;
  private final OpenDesks desks;
  private final FloorReload floor;
  private final Clock clock;

  RoutingOperations(
      FrontDoors doors,
      DoorRouting routing,
      Teams teams,
      KeptRouting kept,
      SharedNumbers shared,
      NumberJson numbers,
      ChangeLog log,
      OpenDesks desks,
      FloorReload floor,
      Clock clock) {
    this.doors = doors;
    this.routing = routing;
    this.teams = teams;
    this.kept = kept;
    this.log = log;
    this.shared = shared;
    this.numbers = numbers;
    this.desks = desks;
    this.floor = floor;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readRouting", asked -> Reply.ok(shape(door(asked), Stored.value(routing.of(door(asked))))),
        "changeRouting", this::change,
        "readSettings", asked -> Reply.ok(houseShape()),
        "changeSettings", this::changeHouse,
        "listSharedNumbers",
            asked ->
                Reply.list(
                    shared.all(),
                    number ->
                        new JsonObject()
                            .put("number", number.e164())
                            .put("display", numbers.show(number))),
        "shareNumber", asked -> mark(asked, true),
        "unshareNumber", asked -> mark(asked, false));
  }

  private Reply change(Asked asked) {
    FrontDoors.Door door = Stored.value(doors.byId(door(asked)));
    RoutingSettings stands =
        log.changed(
            asked,
            Setting.ROUTING,
            asked.text("id"),
            () ->
                Stored.value(
                    routing.change(
                        door.id(), kept.read(door, door.settings().team(), asked.body()))));
    floor.now();
    return Reply.ok(shape(door.id(), stands).put("warnings", warnings(door, stands)));
  }

  /** What is allowed, and perhaps not meant. */
  private JsonArray warnings(FrontDoors.Door door, RoutingSettings stands) {
    JsonArray warnings = new JsonArray();
    if (!teams.hasMembers(door.settings().team())) {
      warnings.add(warning("teamId", "Nobody of the front door's own team could answer."));
    }
    stands
        .onCall()
        .filter(this::isAway)
        .ifPresent(
            onCall ->
                warnings.add(
                    warning("onCallId", "The phone of the person on call is not connected now.")));
    Optional<AgentId> now =
        Policies.policy(stands, Map.of()).onCallAt(clock.instant()).filter(this::isAway);
    if (now.isPresent() && !now.equals(stands.onCall())) {
      warnings.add(warning("rota", "The phone of whoever's turn it is now is not connected now."));
    }
    return warnings;
  }

  private boolean isAway(AgentId agent) {
    return !desks.isReachable(agent);
  }

  private static JsonObject warning(String field, String text) {
    return new JsonObject().put("field", field).put("text", text);
  }

  private JsonObject shape(FrontDoorId door, RoutingSettings settings) {
    Hours hours = Policies.hours(settings);
    Instant now = clock.instant();
    return RoutingBody.shape(settings)
        .put("version", log.version(Setting.ROUTING, door.value()))
        .put("openNow", hours.isOpen(now))
        .put("nextChangeAt", hours.nextChange(now).map(Words::moment).orElse(null))
        .put("warnings", new JsonArray());
  }

  private Reply changeHouse(Asked asked) {
    boolean unused =
        log.changed(
            asked,
            Setting.HOUSE,
            KeptHouse.KEY,
            () -> {
              log.of(Setting.HOUSE).put(KeptHouse.KEY, asked.body());
              return true;
            });
    floor.now();
    return Reply.ok(houseShape());
  }

  private JsonObject houseShape() {
    return log.of(Setting.HOUSE)
        .stands(KeptHouse.KEY)
        .orElseThrow()
        .put("version", log.version(Setting.HOUSE, KeptHouse.KEY));
  }

  private Reply mark(Asked asked, boolean isShared) {
    boolean unused =
        log.changed(
            asked,
            Setting.SHARED_NUMBER,
            asked.text("number"),
            () -> {
              shared.mark(new PhoneNumber(asked.text("number")), isShared);
              return true;
            });
    return Reply.done();
  }

  private static FrontDoorId door(Asked asked) {
    return new FrontDoorId(asked.id());
  }
}
