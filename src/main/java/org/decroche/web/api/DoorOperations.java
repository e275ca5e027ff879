package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.FrontDoors;
import org.decroche.store.FrontDoors.Door;
import org.decroche.store.Setting;
import org.decroche.store.Team;
import org.decroche.store.Teams;
import org.decroche.web.json.NumberJson;

/** The public numbers and the teams behind them. */
final class DoorOperations implements Operations {
  private final FrontDoors doors;
  private final Teams teams;
  private final NumberJson numbers;
  private final KeptDoors kept;
  private final ChangeLog log;
  private final FloorReload floor;

  DoorOperations(
      FrontDoors doors,
      Teams teams,
      NumberJson numbers,
      KeptDoors kept,
      ChangeLog log,
      FloorReload floor) {
    this.doors = doors;
    this.teams = teams;
    this.numbers = numbers;
    this.kept = kept;
    this.log = log;
    this.floor = floor;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listTeams", asked -> Reply.list(teams.all(), this::shape),
        "addTeam", this::addTeam,
        "changeTeam", this::changeTeam,
        "listFrontDoors", asked -> Reply.list(doors.all(), this::shape),
        "readFrontDoor",
            asked -> Reply.ok(shape(Stored.value(doors.byId(new FrontDoorId(asked.id()))))),
        "addFrontDoor", this::add,
        "changeFrontDoor", this::change);
  }

  private Reply addTeam(Asked asked) {
    Team added =
        log.added(
            asked.who().id(),
            Setting.TEAM,
            Optional.empty(),
            () -> Stored.value(teams.create(asked.line("name"))),
            team -> String.valueOf(team.id().value()));
    return Reply.created(shape(added));
  }

  private Reply changeTeam(Asked asked) {
    Team stands =
        log.changed(
            asked,
            Setting.TEAM,
            asked.text("id"),
            () -> Stored.value(teams.rename(new TeamId(asked.id()), asked.line("name"))));
    floor.now(); // the reasons that people read name teams
    return Reply.ok(shape(stands));
  }

  private Reply add(Asked asked) {
    Door added =
        log.added(
            asked.who().id(),
            Setting.FRONT_DOOR,
            Optional.empty(),
            () -> Stored.value(doors.create(kept.read(asked.body()))),
            door -> String.valueOf(door.id().value()));
    floor.now();
    return Reply.created(shape(added));
  }

  private Reply change(Asked asked) {
    Door stands =
        log.changed(
            asked,
            Setting.FRONT_DOOR,
            asked.text("id"),
            () -> kept.change(new FrontDoorId(asked.id()), asked.body()));
    floor.now();
    return Reply.ok(shape(stands));
  }

  private JsonObject shape(Door door) {
    return KeptDoors.document(door)
        .put("id", door.id().value())
        .put("display", numbers.show(door.settings().number()))
        .put("version", log.version(Setting.FRONT_DOOR, door.id().value()));
  }

  private JsonObject shape(Team team) {
    return Shapes.team(team).put("version", log.version(Setting.TEAM, team.id().value()));
  }
}
