package org.decroche.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The HTTP API, as somebody who signed in. */
final class Api {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private final String server;
  private String cookie = "";

  Api(Place place, String login, String password) throws IOException, InterruptedException {
    this.server = place.http();
    HttpResponse<String> answer =
        send(
            "POST", "/api/session", new JsonObject().put("login", login).put("password", password));
    this.cookie = answer.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
  }

  JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return new JsonObject(send("POST", path, body).body());
  }

  void put(String path, JsonObject body) throws IOException, InterruptedException {
    send("PUT", path, body);
  }

  /** Opens this person's desk. */
  Desk desk() {
    Desk desk = new Desk();
    CLIENT
        .newWebSocketBuilder()
        .header("Cookie", cookie)
        .header("Origin", "http://" + server)
        .connectTimeout(Duration.ofSeconds(5))
        .buildAsync(URI.create("ws://" + server + "/desk"), desk)
        .join();
    return desk;
  }

  private HttpResponse<String> send(String method, String path, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + server + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Cookie", cookie)
            .method(method, BodyPublishers.ofString(body.encode()))
            .build();
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(method + " " + path + ": " + answer.statusCode() + answer.body());
    }
    return answer;
  }
}
