package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.decroche.routing.agent.AgentId;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.Policy;
import org.decroche.store.Agents;
import org.decroche.store.DoorRouting;
import org.decroche.store.FrontDoors;
import org.decroche.store.Policies;
import org.decroche.store.RoutingSettings;
import org.decroche.store.RoutingSettings.WantedTurn;
import org.decroche.store.Teams;

/** The routing of each front door; there is one as long as there is the door. */
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
        Stored.value(routing.change(door.id(), read(door.settings().team().value(), document)));
  }

  /**
   * What a body says.
   *
   * @param team the front door's own
   * @throws Refusal naming the field that cannot be
   */
  RoutingSettings read(long team, JsonObject body) {
    RoutingSettings wanted = RoutingBody.read(body);
    check(wanted.onCall(), wanted.rota());
    for (int i = 0; i < wanted.overflow().size(); i++) {
      checkHelp(team, wanted.overflow().get(i), "overflow[%d].teamId".formatted(i));
    }
    return wanted;
  }

  /** Who would be on call, as a body says it; refused where {@link #read} would. */
  Policy onCall(JsonObject body) {
    ZoneId zone = RoutingBody.zone(body.getString("timeZone"));
    Optional<AgentId> otherwise = Optional.ofNullable(body.getLong("onCallId")).map(AgentId::new);
    List<WantedTurn> rota = RotaBody.read(body.getJsonArray("rota"));
    check(otherwise, rota);
    return otherwise
        .map(Policy.PLAIN::withOnCall)
        .orElse(Policy.PLAIN)
        .withRota(Policies.rota(zone, rota));
  }

  private void check(Optional<AgentId> onCall, List<WantedTurn> rota) {
    if (onCall.isEmpty() && rota.isEmpty()) {
      return;
    }
    Set<AgentId> mayAnswer = agents.mayAnswer().keySet();
    onCall.ifPresent(agent -> mustHaveAPhone(mayAnswer, agent, "onCallId"));
    for (int i = 0; i < rota.size(); i++) {
      mustHaveAPhone(mayAnswer, rota.get(i).agent(), "rota[%d].agentId".formatted(i));
    }
  }

  private static void mustHaveAPhone(Set<AgentId> mayAnswer, AgentId onCall, String field) {
    if (!mayAnswer.contains(onCall)) {
      throw Refusal.wrong(field, field + " names nobody with a phone who may answer.");
    }
  }

  private void checkHelp(long team, RoutingSettings.Help help, String field) {
    if (help.team().value() == team) {
      throw Refusal.wrong(field, field + " is the front door's own team.");
    }
    if (!teams.hasMembers(help.team())) {
      throw Refusal.wrong(field, field + " is a team without anybody who could answer.");
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
