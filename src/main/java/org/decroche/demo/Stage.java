package org.decroche.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets the scene through the API: a team, its front door, three agents. Run again, it finds them.
 */
final class Stage {
  /** ARCEP keeps this number for fiction; scripts/call rings it unless told otherwise. */
  static final String NUMBER = "+33199000100";

  /** The owner of the case in the first story. */
  static final String OWNER = "alice";

  private static final String TEAM = "Accueil";
  private static final List<Part> PARTS =
      List.of(
          new Part("karim", "Karim Benali"),
          new Part("chloe", "Chloé Durand"),
          new Part(OWNER, "Alice Roy"));

  private record Part(String login, String name) {}

  private final Api administrator;
  private final Keys keys;

  Stage(Api administrator, Keys keys) {
    this.administrator = administrator;
    this.keys = keys;
  }

  record Scene(JsonObject door, long team, List<Player> players) {
    Scene {
      players = List.copyOf(players);
    }

    Player player(String login) {
      return players.stream().filter(p -> p.login().equals(login)).findFirst().orElseThrow();
    }

    Optional<Player> player(long id) {
      return players.stream().filter(p -> p.id() == id).findFirst();
    }
  }

  Scene set() throws Trouble {
    Optional<JsonObject> standing = find("/api/front-doors", "number", NUMBER);
    JsonObject door = standing.isPresent() ? standing.get() : addDoor(team());
    long team = Json.number(door, "teamId");
    List<Player> players = new ArrayList<>();
    for (Part part : PARTS) {
      players.add(play(part, team));
    }
    return new Scene(door, team, players);
  }

  private long team() throws Trouble {
    Optional<JsonObject> standing = find("/api/teams", "name", TEAM);
    JsonObject team =
        standing.isPresent()
            ? standing.get()
            : administrator.post("/api/teams", new JsonObject().put("name", TEAM));
    return Json.number(team, "id");
  }

  private JsonObject addDoor(long team) throws Trouble {
    return administrator.post(
        "/api/front-doors",
        new JsonObject()
            .put("number", NUMBER)
            .put("name", TEAM)
            .put("country", "FR")
            .put("teamId", team));
  }

  private Player play(Part part, long team) throws Trouble {
    Optional<JsonObject> standing = find("/api/agents", "login", part.login());
    JsonObject agent = standing.isPresent() ? joined(standing.get(), team) : add(part, team);
    String login = part.login();
    String phone = Json.text(agent, "phone");
    String password =
        keys.password(login)
            .orElseThrow(
                () ->
                    Trouble.unavailable(
                        "there is an agent '%s' whose password is not in %s: the demonstration needs that login for itself"
                            .formatted(login, keys.file())));
    return new Player(
        Json.number(agent, "id"),
        login,
        Json.text(agent, "name"),
        password,
        phone,
        phonePassword(agent, login, phone));
  }

  private JsonObject add(Part part, long team) throws Trouble {
    JsonObject added =
        administrator.post(
            "/api/agents",
            new JsonObject()
                .put("login", part.login())
                .put("name", part.name())
                .put("role", "agent")
                .put(
                    "worksWithoutDesk",
                    true) // whoever plays with the demonstration has one browser
                .put("teamIds", new JsonArray().add(team)));
    JsonObject phone = added.getJsonObject("phone");
    keys.keepPassword(part.login(), Json.text(added, "password"));
    keys.keepPhonePassword(part.login(), Json.text(phone, "user"), Json.text(phone, "password"));
    return added.getJsonObject("agent");
  }

  /** Brings back somebody who was taken out of the team, or disabled. */
  private JsonObject joined(JsonObject agent, long team) throws Trouble {
    JsonArray teams = agent.getJsonArray("teamIds", new JsonArray()).copy();
    boolean member = teams.stream().anyMatch(id -> ((Number) id).longValue() == team);
    if (member
        && !agent.getBoolean("disabled", false)
        && agent.getBoolean("worksWithoutDesk", false)) {
      return agent;
    }
    return administrator.put(
        "/api/agents/" + Json.number(agent, "id"),
        new JsonObject()
            .put("name", Json.text(agent, "name"))
            .put("role", Json.text(agent, "role"))
            .put("teamIds", member ? teams : teams.add(team))
            .put("worksWithoutDesk", true)
            .put("deputyId", agent.getValue("deputyId"))
            .put("disabled", false));
  }

  private String phonePassword(JsonObject agent, String login, String phone) throws Trouble {
    Optional<String> kept = keys.phonePassword(login, phone);
    if (kept.isPresent()) {
      return kept.get();
    }
    JsonObject renewed =
        administrator.post(
            "/api/agents/%d/phone-password".formatted(Json.number(agent, "id")), new JsonObject());
    String password = Json.text(renewed, "password");
    keys.keepPhonePassword(login, phone, password);
    return password;
  }

  private Optional<JsonObject> find(String list, String key, String value) throws Trouble {
    return administrator.list(list).stream()
        .filter(item -> Json.text(item, key).equals(value))
        .findFirst();
  }
}
