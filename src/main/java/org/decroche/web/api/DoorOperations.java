package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.DoorSettings;
import org.decroche.store.FrontDoors;
import org.decroche.store.FrontDoors.Door;
import org.decroche.store.Teams;
import org.decroche.web.json.NumberJson;
import org.decroche.web.json.Words;

/** The public numbers and the teams behind them. */
final class DoorOperations implements Operations {
  private final FrontDoors doors;
  private final Teams teams;
  private final NumberJson numbers;
  private final DoorDefaults defaults;
  private final FloorReload floor;

  DoorOperations(
      FrontDoors doors, Teams teams, NumberJson numbers, DoorDefaults defaults, FloorReload floor) {
    this.doors = doors;
    this.teams = teams;
    this.numbers = numbers;
    this.defaults = defaults;
    this.floor = floor;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listTeams", asked -> Reply.list(teams.all(), Shapes::team),
        "addTeam",
            asked -> Reply.created(Shapes.team(Stored.value(teams.create(asked.line("name"))))),
        "listFrontDoors", asked -> Reply.list(doors.all(), this::shape),
        "readFrontDoor",
            asked -> Reply.ok(shape(Stored.value(doors.byId(new FrontDoorId(asked.id()))))),
        "addFrontDoor", this::add,
        "changeFrontDoor", this::change);
  }

  private Reply add(Asked asked) {
    Door added = Stored.value(doors.create(settings(asked.body())));
    floor.now();
    return Reply.created(shape(added));
  }

  private Reply change(Asked asked) {
    Door stands = Stored.value(doors.change(new FrontDoorId(asked.id()), settings(asked.body())));
    floor.now();
    return Reply.ok(shape(stands));
  }

  private DoorSettings settings(JsonObject body) {
    String country = body.getString("country", numbers.country());
    if (!numbers.knows(country)) {
      throw Refusal.wrong(
          "country", "country is not one we know numbers of: two capital letters, as in FR.");
    }
    return new DoorSettings(
        NumberField.read(numbers.in(country), body.getString("number"), "number"),
        body.getString("name").strip(),
        country,
        new TeamId(body.getLong("teamId")),
        body.getInteger("offerSeconds", defaults.offerSeconds()),
        body.getInteger("rememberDays", defaults.rememberDays()),
        body.getInteger("realTalkSeconds", defaults.realTalkSeconds()));
  }

  private JsonObject shape(Door door) {
    DoorSettings settings = door.settings();
    return Words.named(door.id().value(), settings.name())
        .put("number", settings.number().e164())
        .put("display", numbers.show(settings.number()))
        .put("country", settings.country())
        .put("teamId", settings.team().value())
        .put("offerSeconds", settings.offerSeconds())
        .put("rememberDays", settings.rememberDays())
        .put("realTalkSeconds", settings.realTalkSeconds());
  }
}
