package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.routing.door.TeamId;
import org.decroche.store.DoorRouting;
import org.decroche.store.DoorSettings;
import org.decroche.store.FrontDoors;
import org.decroche.store.FrontDoors.Door;
import org.decroche.web.json.NumberJson;

/** Front doors, without their routing. */
final class KeptDoors implements Kept {
  private final FrontDoors doors;
  private final DoorRouting routing;
  private final NumberJson numbers;
  private final DoorDefaults defaults;

  KeptDoors(FrontDoors doors, DoorRouting routing, NumberJson numbers, DoorDefaults defaults) {
    this.doors = doors;
    this.routing = routing;
    this.numbers = numbers;
    this.defaults = defaults;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return doors.byId(id(key)).map(KeptDoors::document);
  }

  @Override
  public Map<String, JsonObject> all() {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    doors.all().forEach(door -> all.put(String.valueOf(door.id().value()), document(door)));
    return all;
  }

  @Override
  public void put(String key, JsonObject document) {
    Door unused = change(id(key), document);
  }

  /**
   * Changes one, and its routing not.
   *
   * @throws Refusal naming the field that cannot be: the number, or a team that helps there already
   */
  Door change(FrontDoorId id, JsonObject body) {
    DoorSettings wanted = read(body);
    Door stands = Stored.value(doors.byId(id));
    if (!wanted.team().equals(stands.settings().team())
        && Stored.value(routing.of(id)).overflow().stream()
            .anyMatch(help -> help.team().equals(wanted.team()))) {
      throw Refusal.conflict(
          "teamId", "teamId is a team that helps at this front door: let it help there no more.");
    }
    return Stored.value(doors.change(id, wanted));
  }

  @Override
  public String add(JsonObject document) {
    return String.valueOf(Stored.value(doors.create(read(document))).id().value());
  }

  @Override
  public void remove(String key) {
    Unused.value(doors.remove(id(key)));
  }

  /**
   * What the body says; where it is silent, how a new front door is.
   *
   * @throws Refusal naming the field that cannot be
   */
  DoorSettings read(JsonObject body) {
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

  static JsonObject document(Door door) {
    DoorSettings settings = door.settings();
    return new JsonObject()
        .put("name", settings.name())
        .put("number", settings.number().e164())
        .put("country", settings.country())
        .put("teamId", settings.team().value())
        .put("offerSeconds", settings.offerSeconds())
        .put("rememberDays", settings.rememberDays())
        .put("realTalkSeconds", settings.realTalkSeconds());
  }

  private static FrontDoorId id(String key) {
    return new FrontDoorId(Long.parseLong(key));
  }
}
