package org.decroche.web.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * The one address that pages of other sites may post to. Any page may ask whether it may (that
 * tells nothing); whether the form may be sent from it is judged when it is sent. No cookie is
 * read.
 */
final class FormPosts implements Handler<RoutingContext> {
  static final String PATH = "/api/messages";

  private static final String A_DAY = "86400";

  @Override
  public void handle(RoutingContext context) {
    String origin = context.request().getHeader("Origin");
    HttpServerResponse response = context.response();
    if (origin != null) {
      response.putHeader("Access-Control-Allow-Origin", origin).putHeader("Vary", "Origin");
    }
    if (!context.request().method().equals(HttpMethod.OPTIONS)) {
      context.next();
      return;
    }
    response
        .putHeader("Access-Control-Allow-Methods", "POST")
        .putHeader("Access-Control-Allow-Headers", "Content-Type")
        .putHeader("Access-Control-Max-Age", A_DAY)
        .setStatusCode(204)
        .end();
  }
}
