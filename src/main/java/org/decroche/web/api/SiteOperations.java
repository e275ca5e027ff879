package org.decroche.web.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.decroche.routing.door.FrontDoorId;
import org.decroche.store.Sites;
import org.decroche.web.signin.Secrets;

/** The web pages whose forms may post here. */
final class SiteOperations implements Operations {
  private final Sites sites;
  private final Secrets secrets = new Secrets();

  SiteOperations(Sites sites) {
    this.sites = sites;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listSites",
        asked -> Reply.list(sites.all(), SiteOperations::shape),
        "addSite",
        asked ->
            Reply.created(shape(Stored.value(sites.create(settings(asked), secrets.password())))),
        "changeSite",
        asked -> Reply.ok(shape(Stored.value(sites.change(asked.id(), settings(asked))))));
  }

  private static Sites.Settings settings(Asked asked) {
    List<String> origins =
        asked.body().getJsonArray("origins").stream().map(String::valueOf).toList();
    return new Sites.Settings(
        asked.line("name"),
        new FrontDoorId(asked.body().getLong("frontDoorId")),
        origins,
        asked.body().getInteger("perHour"),
        asked.body().getBoolean("enabled"));
  }

  private static JsonObject shape(Sites.Site site) {
    return new JsonObject()
        .put("id", site.id())
        .put("token", site.token())
        .put("name", site.settings().name())
        .put("frontDoorId", site.settings().door().value())
        .put("origins", new JsonArray(site.settings().origins()))
        .put("perHour", site.settings().perHour())
        .put("enabled", site.settings().enabled());
  }
}
