package org.decroche.web.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.decroche.web.signin.Origins;

/** The contract's operations, as routes. */
public final class Api {
  private static final long MOST_BYTES = 64 * 1024;

  /** All settings of a large house: 250 bytes a person. */
  private static final long MOST_BYTES_OF_SETTINGS = 1024 * 1024;

  private static final String SETTINGS_FILES = "/api/settings/file*";

  private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private Api() {}

  /**
   * A router for exactly what the contract names.
   *
   * @throws IllegalStateException when contract and program do not name the same operations
   */
  public static Router router(Vertx vertx, OpenAPIContract contract, ApiParts parts) {
    Endpoint.Gate gate =
        new Endpoint.Gate(
            parts.signIn(),
            new Checking(contract),
            parts.origins(),
            parts.files(),
            parts.blocking());
    Map<String, Operation> operations = new HashMap<>();
    Map<String, Upload> uploads = new HashMap<>();
    for (Operations group : parts.operations()) {
      operations.putAll(group.byId());
      uploads.putAll(group.uploads());
    }
    RouterBuilder routes = RouterBuilder.create(vertx, contract);
    routes.rootHandler((SecurityPolicyHandler) context -> refuseForeign(context, gate.origins()));
    routes.rootHandler((SecurityPolicyHandler) Api::refuseOtherThanJson);
    routes.rootHandler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    Router all = Router.router(vertx);
    all.route(FormPosts.PATH).handler(new FormPosts());
    all.post(SETTINGS_FILES)
        .handler((SecurityPolicyHandler) context -> refuseForeign(context, gate.origins()))
        .handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES_OF_SETTINGS));
    for (var operation : contract.operations()) {
      String id = operation.getOperationId();
      Upload upload = uploads.remove(id);
      if (upload != null) {
        // A file goes straight to the disk, past what reads bodies into memory.
        all.route(operation.getHttpMethod(), operation.getAbsoluteOpenAPIPath())
            .handler((SecurityPolicyHandler) context -> refuseForeign(context, gate.origins()))
            .handler(new UploadEndpoint(operation, upload, gate));
        // Never come to; without it the router would complain at each start.
        Objects.requireNonNull(routes.getRoute(id)).addHandler(context -> context.fail(404));
        continue;
      }
      Operation done = operations.remove(id);
      if (done == null) {
        throw new IllegalStateException("the contract's %s is not there".formatted(id));
      }
      Objects.requireNonNull(routes.getRoute(id))
          .setDoValidation(false)
          .setDoSecurity(false)
          .addHandler(new Endpoint(operation, done, gate));
    }
    operations.keySet().forEach(Api::unknown);
    uploads.keySet().forEach(Api::unknown);
    all.route("/*").subRouter(routes.createRouter());
    return all;
  }

  private static void unknown(String operation) {
    throw new IllegalStateException("not in the contract: " + operation);
  }

  private static void refuseForeign(RoutingContext context, Origins origins) {
    boolean form = context.normalizedPath().equals(FormPosts.PATH);
    if (form || SAFE.contains(context.request().method()) || origins.mayChange(context.request())) {
      context.next();
    } else {
      context.fail(Refusal.forbidden("This request came from another site's page."));
    }
  }

  /** Before the body is read: a form of another kind is not even taken in. */
  private static void refuseOtherThanJson(RoutingContext context) {
    HttpServerRequest request = context.request();
    String type = request.getHeader("Content-Type");
    if (type == null || type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      context.next();
    } else {
      context.fail(Refusal.notJson());
    }
  }

  /** No operation: an address without any, or one that knows other methods only. */
  public static void nothingHere(RoutingContext context, OpenAPIContract contract) {
    Path known = contract.findPath(context.normalizedPath());
    if (known == null) {
      context.fail(404);
      return;
    }
    context
        .response()
        .putHeader(
            "Allow",
            known.getOperations().stream()
                .map(operation -> operation.getHttpMethod().name())
                .sorted()
                .collect(Collectors.joining(", ")));
    context.fail(405);
  }

  /** The last word on whatever went wrong on the way. */
  public static void fail(RoutingContext context) {
    Throwable failure = context.failure();
    int status = context.statusCode();
    boolean plain = failure == null || (status > 0 && status < 500);
    Problem problem =
        plain && !(failure instanceof Refusal)
            ? Problem.of(status)
            : Problem.of(Objects.requireNonNull(failure));
    Endpoint.send(context.response(), Reply.problem(problem));
  }
}
