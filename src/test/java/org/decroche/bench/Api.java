package org.decroche.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
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

  JsonObject get(String path) throws IOException, InterruptedException {
    return new JsonObject(answer(request(path).GET().build()).body());
  }

  /** Sends a file as it is. */
  JsonObject upload(String path, Path file) throws IOException, InterruptedException {
    HttpRequest sent =
        request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofFile(file)).build();
    return new JsonObject(answer(sent).body());
  }

  /** How long the answer is, in bytes. */
  long size(String path) throws IOException, InterruptedException {
    try (InputStream all =
        CLIENT
            .send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream())
            .body()) {
      return all.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Opens this person's desk. */
  Desk desk() {
    Desk desk = new Desk();
    open("/desk", desk);
    return desk;
  }

  /** Opens a board. */
  Wall board() {
    Wall wall = new Wall();
    open("/board/live", wall);
    return wall;
  }

  private void open(String path, WebSocket.Listener page) {
    CLIENT
        .newWebSocketBuilder()
        .header("Cookie", cookie)
        .header("Origin", "http://" + server)
        .connectTimeout(Duration.ofSeconds(5))
        .buildAsync(URI.create("ws://" + server + path), page)
        .join();
  }

  private HttpResponse<String> send(String method, String path, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest.Builder asked = request(path).header("Content-Type", "application/json");
    return answer(asked.method(method, BodyPublishers.ofString(body.encode())).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + server + path))
        .timeout(Duration.ofMinutes(10))
        .header("Cookie", cookie);
  }

  private static HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(request + ": " + answer.statusCode() + answer.body());
    }
    return answer;
  }
}
