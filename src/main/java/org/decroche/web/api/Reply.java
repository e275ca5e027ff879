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
 * @param cookie a Set-Cookie header, if one is to be sent
 * @param download a file in place of a body
 * @param retryAfter after how many seconds it may go better; null when that is not known
 */
public record Reply(
    int status,
    String type,
    @Nullable Buffer body,
    @Nullable String cookie,
    @Nullable Download download,
    @Nullable String retryAfter) {
  private static final String JSON = "application/json";

  Reply(int status, String type, @Nullable Buffer body, @Nullable String cookie) {
    this(status, type, body, cookie, null, null);
  }

  static Reply download(Download file) {
    return download(file, "text/csv; charset=utf-8");
  }

  static Reply download(Download file, String type) {
    return new Reply(200, type, null, null, file, null);
  }

  static Reply ok(JsonObject body) {
    return json(200, body);
  }

  static Reply created(JsonObject body) {
    return json(201, body);
  }

  static Reply text(String type, String text) {
    return new Reply(200, type, Buffer.buffer(text), null);
  }

  static Reply done() {
    return new Reply(204, JSON, null, null);
  }

  static Reply json(int status, JsonObject body) {
    return new Reply(status, JSON, body.toBuffer(), null);
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
        null,
        null,
        problem.retryAfter());
  }

  Reply withCookie(String setCookie) {
    return new Reply(status, type, body, setCookie);
  }
}
