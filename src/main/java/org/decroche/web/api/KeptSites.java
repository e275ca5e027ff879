package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.Sites;
import org.decroche.web.signin.Secrets;

/** The web pages whose forms may post here. */
final class KeptSites implements Kept {
  private final Sites sites;
  private final Secrets secrets = new Secrets();

  KeptSites(Sites sites) {
    this.sites = sites;
  }

  @Override
  public Optional<JsonObject> stands(String key) {
    return Optional.ofNullable(all().get(key));
  }

  @Override
  public Map<String, JsonObject> all() {
    Map<String, JsonObject> all = new LinkedHashMap<>();
    sites.all().forEach(site -> all.put(String.valueOf(site.id()), document(site.settings())));
    return all;
  }

  @Override
  public void put(String key, JsonObject document) {
    Sites.Site unused = Stored.value(sites.change(Long.parseLong(key), read(document)));
  }

  @Override
  public String add(JsonObject document) {
    return String.valueOf(Stored.value(sites.create(read(document), secrets.password())).id());
  }

  @Override
  public void remove(String key) {
    Unused.value(sites.remove(Long.parseLong(key)));
  }

  static Sites.Settings read(JsonObject body) {
    List<String> origins = body.getJsonArray("origins").stream().map(String::valueOf).toList();
    return new Sites.Settings(
        body.getString("name").strip(),
        new FrontDoorId(body.getLong("frontDoorId")),
        origins,
        body.getInteger("perHour"),
        body.getBoolean("enabled"));
  }

  static JsonObject document(Sites.Settings settings) {
    return new JsonObject()
        .put("name", settings.name())
        .put("frontDoorId", settings.door().value())
        .put("origins", new JsonArray(settings.origins()))
        .put("perHour", settings.perHour())
        .put("enabled", settings.enabled());
  }
}
