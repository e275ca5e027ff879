package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Policy;
import org.decroche.routing.door.TeamId;
import org.decroche.store.Agents;
import org.decroche.store.DoorRouting;
import org.decroche.store.FrontDoors;
import org.decroche.store.Policies;
import org.decroche.store.RoutingSettings;
import org.decroche.store.RoutingSettings.WantedTurn;
import org.decroche.store.Teams;
import org.jspecify.annotations.Nullable;

/**
 * The routing of each front door; there is one as long as there is the door. Only what is new in it
 * is judged: whoever was disabled since, and a team that lost its last member, may stay where they
 * stand, or nothing could be saved, undone or brought in until somebody had taken them out.
 */
final class KeptRouting implements Kept {
  private final FrontDoors doors;
  private final DoorRouting routing;
  private final Teams teams;
  private final Agents agents;

  KeptRouting(FrontDoors doors, DoorRouting routing, Teams teams, Agents agents) {
    this.doors = doors;
    this.routing = routing;
    this.teams = teams;
    this.agents = agents;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return routing.of(id(key)).map(RoutingBody::shape);
  }

  @Override
  public Map<String, JsonObject> all() {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    for (FrontDoors.Door door : doors.all()) {
      String key = String.valueOf(door.id().value());
      stands(key).ifPresent(document -> all.put(key, document));
    }
    return all;
  }

  @Override
  public void put(String key, JsonObject document) {
    FrontDoors.Door door = Stored.value(doors.byId(id(key)));
    RoutingSettings unused =
        Stored.value(routing.change(door.id(), read(door, door.settings().team(), document)));
  }

  /**
   * What a body says.
   *
   * @param team the front door's own, as it would be
   * @throws Refusal naming the field that cannot be
   */
  RoutingSettings read(FrontDoors.Door door, TeamId team, JsonObject body) {
    RoutingSettings wanted = RoutingBody.read(body);
    RoutingSettings stands = Stored.value(routing.of(door.id()));
    check(wanted.onCall(), wanted.rota(), Optional.of(stands));
    for (int i = 0; i < wanted.overflow().size(); i++) {
      TeamId helps = wanted.overflow().get(i).team();
      String field = "overflow[%d].teamId".formatted(i);
      boolean isNew = stands.overflow().stream().noneMatch(help -> help.team().equals(helps));
      if (helps.equals(team) && (isNew || !team.equals(door.settings().team()))) {
        throw Refusal.wrong(field, field + " is the front door's own team.");
      }
      if (isNew && !teams.hasMembers(helps)) {
        throw Refusal.wrong(field, field + " is a team without anybody who could answer.");
      }
    }
    return wanted;
  }

  /** Who would be on call, as a body says it; refused where {@link #read} would. */
  Policy onCall(JsonObject body) {
    @Nullable Long door = body.getLong("frontDoor");
    Optional<RoutingSettings> stands =
        door == null
            ? Optional.empty()
            : Optional.of(
                routing
                    .of(new FrontDoorId(door))
                    .orElseThrow(
                        () -> Refusal.wrong("frontDoor", "frontDoor names nothing we know.")));
    ZoneId zone = RoutingBody.zone(body.getString("timeZone"));
    Optional<AgentId> otherwise = Optional.ofNullable(body.getLong("onCallId")).map(AgentId::new);
    List<WantedTurn> rota = RotaBody.read(body.getJsonArray("rota"));
    check(otherwise, rota, stands);
    return otherwise
        .map(Policy.PLAIN::withOnCall)
        .orElse(Policy.PLAIN)
        .withRota(Policies.rota(zone, rota));
  }

  private void check(
      Optional<AgentId> onCall, List<WantedTurn> rota, Optional<RoutingSettings> stands) {
    if (onCall.isEmpty() && rota.isEmpty()) {
      return;
    }
    Set<AgentId> may = new HashSet<>(agents.mayAnswer().keySet());
    stands.flatMap(RoutingSettings::onCall).ifPresent(may::add);
    stands.ifPresent(now -> now.rota().forEach(turn -> may.add(turn.agent())));
    onCall.ifPresent(agent -> mustHaveAPhone(may, agent, "onCallId"));
    for (int i = 0; i < rota.size(); i++) {
      mustHaveAPhone(may, rota.get(i).agent(), "rota[%d].agentId".formatted(i));
    }
  }

  private static void mustHaveAPhone(Set<AgentId> may, AgentId onCall, String field) {
    if (!may.contains(onCall)) {
      throw Refusal.wrong(field, field + " names nobody with a phone who may answer.");
    }
  }

  @Override
  public String add(JsonObject document) {
    throw Refusal.conflict(null, "The front door is gone, and its routing with it.");
  }

  @Override
  public void remove(String key) {
    throw Refusal.conflict(null, "A front door's routing goes with the front door.");
  }

  private static FrontDoorId id(String key) {
    return new FrontDoorId(Long.parseLong(key));
  }
}
