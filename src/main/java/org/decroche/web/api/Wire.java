package org.decroche.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.decroche.web.signin.Client;
import org.decroche.web.signin.Origins;
import org.decroche.web.signin.SessionCookie;
import org.decroche.web.signin.SessionToken;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, copied off the event loop's objects so that another thread may read it.
 * Nothing is checked yet.
 */
record Wire(
    Map<String, String> parameters,
    @Nullable String contentType,
    Buffer body,
    Optional<SessionToken> token,
    boolean secure,
    Client client) {

  static Wire of(RoutingContext context, Operation operation, Origins origins) {
    Buffer body = context.body().buffer();
    return of(context, operation, origins, body == null ? Buffer.buffer() : body);
  }

  /** With a body that was taken, or left, by somebody else. */
  static Wire of(RoutingContext context, Operation operation, Origins origins, Buffer body) {
    Map<String, String> parameters = new HashMap<>();
    for (Parameter parameter : operation.getParameters()) {
      String name = parameter.getName();
      String value =
          switch (parameter.getIn()) {
            case PATH -> context.pathParam(name);
            case QUERY -> first(context.queryParam(name));
            case HEADER -> context.request().getHeader(name);
            case COOKIE -> null;
          };
      if (value != null) {
        parameters.put(name, value);
      }
    }
    return new Wire(
        parameters,
        context.request().getHeader("Content-Type"),
        body,
        token(context),
        origins.secure(context.request()),
        origins.client(context.request()));
  }

  static Optional<SessionToken> token(RoutingContext context) {
    var cookie = context.request().getCookie(SessionCookie.NAME);
    return SessionToken.read(cookie == null ? null : cookie.getValue());
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.getFirst();
  }
}
