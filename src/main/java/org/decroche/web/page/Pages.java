package org.decroche.web.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/** The browser pages, out of the program itself. */
public final class Pages {
  private Pages() {}

  /** Adds them, behind everything else. */
  public static void addTo(Router router) {
    router.get("/board").handler(context -> context.reroute("/board.html"));
    router.get("/admin").handler(context -> context.reroute("/admin.html"));
    router.get("/account").handler(context -> context.reroute("/account.html"));
    router.get("/import").handler(context -> context.reroute("/import.html"));
    router.get().handler(Pages::keep).handler(StaticHandler.create("web").setIncludeHidden(false));
  }

  /**
   * How long a browser may keep it: for ever what has its hash in its name, the rest not without
   * asking.
   */
  private static void keep(RoutingContext context) {
    boolean hashed = context.normalizedPath().startsWith("/assets/");
    context
        .response()
        .putHeader(
            HttpHeaders.CACHE_CONTROL, hashed ? "public, max-age=31536000, immutable" : "no-cache");
    context.next();
  }
}
