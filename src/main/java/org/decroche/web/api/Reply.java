package org.decroche.web.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers.
 *
 * @param body null for none
 * @param cookies Set-Cookie headers
 * @param download a file in place of a body
 * @param retryAfter after how many seconds it may go better; null when that is not known
 */
public record Reply(
    int status,
    String type,
    @Nullable Buffer body,
    List<String> cookies,
    @Nullable Download download,
    @Nullable String retryAfter) {
  private static final String JSON = "application/json";

  public Reply {
    cookies = List.copyOf(cookies);
  }

  Reply(int status, String type, @Nullable Buffer body) {
    this(status, type, body, List.of(), null, null);
  }

  static Reply download(Download file) {
    return download(file, "text/csv; charset=utf-8");
  }

  static Reply download(Download file, String type) {
    return new Reply(200, type, null, List.of(), file, null);
  }

  static Reply ok(JsonObject body) {
    return json(200, body);
  }

  static Reply created(JsonObject body) {
    return json(201, body);
  }

  static Reply text(String type, String text) {
    return new Reply(200, type, Buffer.buffer(text));
  }

  static Reply done() {
    return new Reply(204, JSON, null);
  }

  static Reply json(int status, JsonObject body) {
    return new Reply(status, JSON, body.toBuffer());
  }

  static <T> Reply list(List<T> items, Function<T, JsonObject> shape) {
    JsonArray array = new JsonArray();
    items.forEach(item -> array.add(shape.apply(item)));
    return ok(new JsonObject().put("items", array));
  }

  static Reply problem(Problem problem) {
    return new Reply(
        problem.status(),
        Problem.TYPE,
        problem.json().toBuffer(),
        List.of(),
        null,
        problem.retryAfter());
  }

  Reply withCookies(String... setCookies) {
    return new Reply(status, type, body, List.of(setCookies), download, retryAfter);
  }
}
