package org.decroche.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Talks to the server as a page of ours would; every answer is held against the contract. */
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final RunningWeb web;
  private String cookie = "";
  private String known = "";
  private String agent = "";
  private String origin;

  Browser(RunningWeb web) {
    this.web = web;
    this.origin = "http://127.0.0.1:" + web.port;
  }

  /** An answer. */
  public record Answer(int status, String type, String text, HttpResponse<String> raw) {
    public JsonObject json() {
      return new JsonObject(text);
    }

    public JsonObject expect(int wanted) {
      assertThat(status).as(text).isEqualTo(wanted);
      return text.isEmpty() ? new JsonObject() : json();
    }

    /** A problem naming this field. */
    public void refuses(int wanted, String field) {
      JsonObject problem = expect(wanted);
      assertThat(type).isEqualTo("application/problem+json");
      assertThat(problem.getString("field")).as(text).isEqualTo(field);
    }

    /** A problem naming this field and saying this. */
    public void refuses(int wanted, String field, String detail) {
      refuses(wanted, field);
      assertThat(json().getString("detail")).isEqualTo(detail);
    }
  }

  public Browser signIn(String login, String password) {
    Answer answer =
        post("/api/session", new JsonObject().put("login", login).put("password", password));
    answer.expect(200);
    keepCookies(answer);
    return this;
  }

  /** As a browser does. */
  void keepCookies(Answer answer) {
    for (String set : answer.raw().headers().allValues("set-cookie")) {
      String one = set.substring(0, set.indexOf(';'));
      if (one.startsWith("decroche-device=")) {
        known = one;
      } else {
        cookie = one;
      }
    }
  }

  /** What this browser is known by after a sign-in; empty before. */
  public String known() {
    return known;
  }

  public Browser knownBy(String other) {
    known = other;
    return this;
  }

  public Browser withCookie(String other) {
    cookie = other;
    return this;
  }

  /** Says of itself what browser it is. */
  Browser as(String userAgent) {
    agent = userAgent;
    return this;
  }

  public Browser withOrigin(String other) {
    origin = other;
    return this;
  }

  public String cookie() {
    return cookie;
  }

  public long id() {
    return get("/api/me").expect(200).getLong("id");
  }

  public Answer get(String path) {
    return send("GET", path, null, "application/json");
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, "application/json");
  }

  public Answer post(String path, JsonObject body) {
    return send("POST", path, body.encode(), "application/json");
  }

  public Answer put(String path, JsonObject body) {
    return send("PUT", path, body.encode(), "application/json");
  }

  public Answer send(String method, String path, String body, String type, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + web.port + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    if (!cookie.isEmpty() || !known.isEmpty()) {
      request.header("Cookie", known.isEmpty() ? cookie : known + "; " + cookie);
    }
    if (!agent.isEmpty()) {
      request.header("User-Agent", agent);
    }
    if (body != null && !type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      HttpResponse<String> raw = CLIENT.send(request.build(), BodyHandlers.ofString());
      Answer answer =
          new Answer(
              raw.statusCode(),
              raw.headers().firstValue("content-type").orElse(""),
              raw.body(),
              raw);
      holdAgainstContract(method, path, answer);
      return answer;
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private void holdAgainstContract(String method, String path, Answer answer) {
    var operation =
        web.contract.findOperation(
            path.replaceFirst("\\?.*", ""), io.vertx.core.http.HttpMethod.valueOf(method));
    if (operation == null || answer.text().isEmpty()) {
      return;
    }
    // The contract as Vert.x reads it knows problem details as plain JSON.
    String type = answer.type().replace("problem+json", "json");
    RunningWeb.await(
        ResponseValidator.create(web.vertx, web.contract)
            .validate(
                ValidatableResponse.create(answer.status(), Buffer.buffer(answer.text()), type),
                operation.getOperationId()));
  }
}
