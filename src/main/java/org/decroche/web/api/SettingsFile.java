package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.decroche.store.Setting;
import org.jspecify.annotations.Nullable;

/**
 * All settings as one file that people can read: things are named by what people call them (a
 * login, a team's name, a number), so that it fits another house as well. No secrets.
 */
final class SettingsFile {
  static final String FORMAT = "decroche-settings";
  static final int VERSION = 1;

  private final ChangeLog log;

  SettingsFile(ChangeLog log) {
    this.log = log;
  }

  JsonObject write() {
    return log.together(this::written); // of one moment
  }

  private JsonObject written() {
    Map<String, JsonObject> people = log.of(Setting.PERSON).all();
    Map<String, JsonObject> doors = log.of(Setting.FRONT_DOOR).all();
    Map<Object, Object> teams = by("name", log.of(Setting.TEAM).all());
    Map<Object, Object> logins = by("login", people);
    Map<Object, Object> numbers = by("number", doors);
    return new JsonObject()
        .put("format", FORMAT)
        .put("version", VERSION)
        .put("house", log.of(Setting.HOUSE).stands(KeptHouse.KEY).orElseThrow())
        .put("retention", log.of(Setting.RETENTION).stands(KeptRetention.KEY).orElseThrow())
        .put("teams", array(log.of(Setting.TEAM).all().values()))
        .put(
            "people",
            array(people.values().stream().map(one -> person(one, teams, logins)).toList()))
        .put("frontDoors", doors(doors, teams, logins))
        .put(
            "sharedNumbers",
            array(log.of(Setting.SHARED_NUMBER).all().keySet().stream().sorted().toList()))
        .put(
            "sites",
            array(
                log.of(Setting.SITE).all().values().stream()
                    .map(one -> renamed(one, "frontDoorId", "frontDoor", numbers))
                    .toList()));
  }

  private static JsonObject person(
      JsonObject stands, Map<Object, Object> teams, Map<Object, Object> logins) {
    JsonArray names = new JsonArray();
    stands.getJsonArray("teamIds").stream()
        .map(id -> teams.get(key(id)))
        .sorted()
        .forEach(names::add);
    JsonObject person = renamed(stands, "deputyId", "deputy", logins);
    person.remove("teamIds");
    return person.put("teams", names);
  }

  private JsonArray doors(
      Map<String, JsonObject> doors, Map<Object, Object> teams, Map<Object, Object> logins) {
    JsonArray all = new JsonArray();
    doors.forEach(
        (key, stands) -> {
          JsonObject routing =
              renamed(
                  log.of(Setting.ROUTING).stands(key).orElseThrow(), "onCallId", "onCall", logins);
          JsonArray overflow = new JsonArray();
          routing
              .getJsonArray("overflow")
              .forEach(help -> overflow.add(renamed((JsonObject) help, "teamId", "team", teams)));
          JsonArray rota = new JsonArray();
          routing
              .getJsonArray("rota")
              .forEach(turn -> rota.add(renamed((JsonObject) turn, "agentId", "agent", logins)));
          all.add(
              renamed(stands, "teamId", "team", teams)
                  .put("routing", routing.put("overflow", overflow).put("rota", rota)));
        });
    return all;
  }

  /** What people call each, by its id. */
  private static Map<Object, Object> by(String name, Map<String, JsonObject> all) {
    Map<Object, Object> names = new HashMap<>();
    all.forEach((key, document) -> names.put(key, document.getString(name)));
    return names;
  }

  private static JsonObject renamed(
      JsonObject of, String from, String to, Map<Object, Object> names) {
    JsonObject copy = new JsonObject();
    of.forEach(
        field -> {
          if (field.getKey().equals(from)) {
            copy.put(to, names.get(key(field.getValue())));
          } else {
            copy.put(field.getKey(), field.getValue());
          }
        });
    return copy;
  }

  private static String key(@Nullable Object id) {
    return Objects.toString(id);
  }

  private static JsonArray array(Iterable<?> items) {
    JsonArray array = new JsonArray();
    items.forEach(array::add);
    return array;
  }
}
