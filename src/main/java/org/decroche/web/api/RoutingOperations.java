package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.House;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.caller.PhoneNumber;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Hours;
import org.decroche.store.AgentAccount;
import org.decroche.store.Agents;
import org.decroche.store.DoorRouting;
import org.decroche.store.FrontDoors;
import org.decroche.store.HouseSettings;
import org.decroche.store.Policies;
import org.decroche.store.RoutingSettings;
import org.decroche.store.SharedNumbers;
import org.decroche.store.Teams;
import org.decroche.web.desk.OpenDesks;
import org.decroche.web.json.Words;

/** Who else may answer at a front door, and when; and what holds for the whole house. */
final class RoutingOperations implements Operations {
  private final FrontDoors doors;
  private final DoorRouting routing;
  private final Teams teams;
  private final Agents agents;
  private final HouseSettings house;
  private final SharedNumbers shared;
  private final OpenDesks desks;
  private final FloorReload floor;
  private final Clock clock;

  RoutingOperations(
      FrontDoors doors,
      DoorRouting routing,
      Teams teams,
      Agents agents,
      HouseSettings house,
      SharedNumbers shared,
      OpenDesks desks,
      FloorReload floor,
      Clock clock) {
    this.doors = doors;
    this.routing = routing;
    this.teams = teams;
    this.agents = agents;
    this.house = house;
    this.shared = shared;
    this.desks = desks;
    this.floor = floor;
    this.clock = clock;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "readRouting", asked -> Reply.ok(shape(Stored.value(routing.of(door(asked))))),
        "changeRouting", this::change,
        "readSettings", asked -> Reply.ok(houseShape()),
        "changeSettings", this::changeHouse,
        "listSharedNumbers",
            asked ->
                Reply.list(shared.all(), number -> new JsonObject().put("number", number.e164())),
        "shareNumber", asked -> mark(asked, true),
        "unshareNumber", asked -> mark(asked, false));
  }

  private Reply change(Asked asked) {
    FrontDoors.Door door = Stored.value(doors.byId(door(asked)));
    RoutingSettings wanted = RoutingBody.read(asked.body());
    wanted.onCall().ifPresent(this::mustHaveAPhone);
    for (int i = 0; i < wanted.overflow().size(); i++) {
      checkHelp(door, wanted.overflow().get(i), "overflow[%d].teamId".formatted(i));
    }
    RoutingSettings stands = Stored.value(routing.change(door.id(), wanted));
    floor.now();
    return Reply.ok(shape(stands).put("warnings", warnings(door, stands)));
  }

  private void mustHaveAPhone(AgentId onCall) {
    Optional<AgentAccount> agent = agents.byId(onCall);
    if (agent.filter(who -> who.phone().isPresent() && !who.disabled()).isEmpty()) {
      throw Refusal.wrong("onCallId", "onCallId names nobody with a phone who may answer.");
    }
  }

  private void checkHelp(FrontDoors.Door door, RoutingSettings.Help help, String field) {
    if (help.team().equals(door.settings().team())) {
      throw Refusal.wrong(field, field + " is the front door's own team.");
    }
    if (!teams.hasMembers(help.team())) {
      throw Refusal.wrong(field, field + " is a team without anybody who could answer.");
    }
  }

  /** What is allowed, and perhaps not meant. */
  private JsonArray warnings(FrontDoors.Door door, RoutingSettings stands) {
    JsonArray warnings = new JsonArray();
    if (!teams.hasMembers(door.settings().team())) {
      warnings.add(warning("teamId", "Nobody of the front door's own team could answer."));
    }
    stands
        .onCall()
        .filter(onCall -> !desks.isReachable(onCall))
        .ifPresent(
            onCall ->
                warnings.add(
                    warning("onCallId", "The phone of the person on call is not connected now.")));
    return warnings;
  }

  private static JsonObject warning(String field, String text) {
    return new JsonObject().put("field", field).put("text", text);
  }

  private JsonObject shape(RoutingSettings settings) {
    Hours hours = Policies.hours(settings);
    Instant now = clock.instant();
    return RoutingBody.shape(settings)
        .put("openNow", hours.isOpen(now))
        .put("nextChangeAt", hours.nextChange(now).map(Words::moment).orElse(null))
        .put("warnings", new JsonArray());
  }

  private Reply changeHouse(Asked asked) {
    House unused =
        Stored.value(
            house.change(
                HouseBody.read(asked.body(), house.read()),
                Optional.ofNullable(asked.body().getInteger("quietDays"))));
    floor.now();
    return Reply.ok(houseShape());
  }

  private JsonObject houseShape() {
    return HouseBody.shape(house.read()).put("quietDays", house.quietDays());
  }

  private Reply mark(Asked asked, boolean isShared) {
    shared.mark(new PhoneNumber(asked.text("number")), isShared);
    return Reply.done();
  }

  private static FrontDoorId door(Asked asked) {
    return new FrontDoorId(asked.id());
  }
}
