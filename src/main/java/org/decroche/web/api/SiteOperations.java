package org.decroche.web.api;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.decroche.store.Setting;
import org.decroche.store.Sites;
import org.decroche.web.signin.Secrets;

/** The web pages whose forms may post here. */
final class SiteOperations implements Operations {
  private final Sites sites;
  private final ChangeLog log;
  private final Secrets secrets = new Secrets();

  SiteOperations(Sites sites, ChangeLog log) {
    this.sites = sites;
    this.log = log;
  }

  @Override
  public Map<String, Operation> byId() {
    return Map.of(
        "listSites",
        asked -> Reply.list(sites.all(), this::shape),
        "addSite",
        this::add,
        "changeSite",
        this::change);
  }

  private Reply add(Asked asked) {
    return Reply.created(
        shape(
            log.added(
                asked.who().id(),
                Setting.SITE,
                Optional.empty(),
                () -> Stored.value(sites.create(KeptSites.read(asked.body()), secrets.password())),
                site -> String.valueOf(site.id()))));
  }

  private Reply change(Asked asked) {
    return Reply.ok(
        shape(
            log.changed(
                asked,
                Setting.SITE,
                asked.text("id"),
                () -> Stored.value(sites.change(asked.id(), KeptSites.read(asked.body()))))));
  }

  private JsonObject shape(Sites.Site site) {
    return KeptSites.document(site.settings())
        .put("id", site.id())
        .put("token", site.token())
        .put("version", log.version(Setting.SITE, site.id()));
  }
}
