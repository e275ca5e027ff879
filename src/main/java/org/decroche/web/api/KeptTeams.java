package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.door.TeamId;
import org.decroche.store.Team;
import org.decroche.store.Teams;

/** The teams by name; who is in one stands with each person. */
final class KeptTeams implements Kept {
  private final Teams teams;

  KeptTeams(Teams teams) {
    this.teams = teams;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return Optional.ofNullable(all().get(key));
  }

  @Override
  public Map<String, JsonObject> all() {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    for (Team team : teams.all()) {
      all.put(String.valueOf(team.id().value()), new JsonObject().put("name", team.name()));
    }
    return all;
  }

  @Override
  public void put(String key, JsonObject document) {
    Team unused = Stored.value(teams.rename(id(key), document.getString("name").strip()));
  }

  @Override
  public String add(JsonObject document) {
    Team added = Stored.value(teams.create(document.getString("name").strip()));
    return String.valueOf(added.id().value());
  }

  @Override
  public void remove(String key) {
    if (teams.hasAnybody(id(key))) {
      throw Refusal.conflict(null, "Somebody is in this team: it stays.");
    }
    Unused.value(teams.remove(id(key)));
  }

  private static TeamId id(String key) {
    return new TeamId(Long.parseLong(key));
  }
}
