package org.decroche.demo;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The service's public API, as one signed-in person. */
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI service;
  private final String cookie;

  private Api(HttpClient http, URI service, String cookie) {
    this.http = http;
    this.service = service;
    this.cookie = cookie;
  }

  /** Nobody yet: enough for the health pages and for signing in. */
  static Api of(URI service) {
    HttpClient http =
        HttpClient.newBuilder()
            // Plain: an upgrade to HTTP/2 is one more thing that could stand in the way.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    return new Api(http, service, "");
  }

  Api signIn(String login, String password) throws Trouble {
    HttpResponse<String> answer =
        send(
            "POST",
            "/api/session",
            new JsonObject().put("login", login).put("password", password).encode(),
            PATIENCE);
    if (answer.statusCode() == 401) {
      throw Trouble.unavailable("the service does not take %s's password".formatted(login));
    }
    checked("POST", "/api/session", answer);
    String given =
        answer
            .headers()
            .firstValue("set-cookie")
            .orElseThrow(() -> Trouble.unavailable("signing in gave no session"));
    return new Api(http, service, given.split(";", 2)[0]);
  }

  JsonObject get(String path) throws Trouble {
    return call("GET", path, "");
  }

  JsonObject post(String path, JsonObject body) throws Trouble {
    return call("POST", path, body.isEmpty() ? "" : body.encode());
  }

  JsonObject put(String path, JsonObject body) throws Trouble {
    return call("PUT", path, body.encode());
  }

  /** The things of a list. */
  List<JsonObject> list(String path) throws Trouble {
    return Json.objects(get(path), "items");
  }

  /** Tells whether calls can be routed now. */
  boolean ready() {
    try {
      return send("GET", "/health/ready", "", Duration.ofSeconds(2)).statusCode() == 200;
    } catch (Trouble notYet) {
      return false;
    }
  }

  /** Signs out; says nothing when that fails, for the service may be gone already. */
  void signOut() {
    try {
      send("DELETE", "/api/session", "", Duration.ofSeconds(1));
    } catch (Trouble gone) {
      // then the session is of no use to anybody either
    }
  }

  CompletableFuture<WebSocket> openDesk(WebSocket.Listener listener) {
    return http.newWebSocketBuilder()
        .connectTimeout(PATIENCE)
        .header("Cookie", cookie)
        .header("Origin", service.toString())
        .buildAsync(URI.create(service.toString().replaceFirst("^http", "ws") + "/desk"), listener);
  }

  private JsonObject call(String method, String path, String body) throws Trouble {
    String answer = checked(method, path, send(method, path, body, PATIENCE)).body();
    try {
      return answer.isBlank() ? new JsonObject() : new JsonObject(answer);
    } catch (DecodeException notJson) {
      throw Trouble.unavailable("%s %s did not answer in JSON".formatted(method, path));
    }
  }

  private HttpResponse<String> send(String method, String path, String body, Duration patience)
      throws Trouble {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).timeout(patience);
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(body));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw Trouble.unavailable("the service does not answer at " + service);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Trouble.unavailable("interrupted");
    }
  }

  private static HttpResponse<String> checked(
      String method, String path, HttpResponse<String> answer) throws Trouble {
    if (answer.statusCode() / 100 == 2) {
      return answer;
    }
    throw Trouble.unavailable(
        "%s %s: %d %s".formatted(method, path, answer.statusCode(), Json.detail(answer.body())));
  }
}
