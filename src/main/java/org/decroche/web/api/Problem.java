package org.decroche.web.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import org.decroche.store.DatabaseUnavailable;
import org.decroche.web.signin.SignInsBusy;
import org.decroche.web.signin.TooManyGuesses;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A failure as the client gets it (RFC 9457). The one place where failures become HTTP.
 *
 * @param field the one that is wrong, when one is
 * @param reason the detail as one word, where a page says it in its reader's language
 * @param who the colleague the reason is about, when it is about one
 * @param changed the fields that somebody else changed meanwhile, when that is the reason
 * @param retryAfter after how many seconds it may go better; null when that is not known
 */
public record Problem(
    int status,
    String detail,
    @Nullable String field,
    @Nullable String reason,
    @Nullable String who,
    List<String> changed,
    @Nullable String retryAfter) {
  public static final String TYPE = "application/problem+json";
  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  private Problem(int status, String detail, @Nullable String field) {
    // Messages are counted by the hour.
    this(status, detail, field, null, null, List.of(), status == 429 ? "3600" : null);
  }

  /** Faults of ours are logged here, and nothing of them is told. */
  public static Problem of(Throwable failure) {
    return switch (failure) {
      case Refusal refusal ->
          new Problem(
              refusal.status(),
              refusal.detail(),
              refusal.field(),
              refusal.reason(),
              refusal.who(),
              refusal.changed(),
              refusal.status() == 429 ? "3600" : null);
      case DatabaseUnavailable away -> {
        LOG.warn("a request failed: {}", away.getMessage());
        yield new Problem(
            503,
            "The database does not answer: nothing was changed, calls still ring. Try again in a moment.",
            null);
      }
      // They are checked one by one, a second each at most.
      case SignInsBusy busy -> later(busy.getMessage(), 1);
      case TooManyGuesses guesses -> later(guesses.getMessage(), guesses.seconds());
      case HttpException http -> of(http.getStatusCode());
      default -> {
        LOG.error("a request failed by a fault of ours", failure);
        yield of(500);
      }
    };
  }

  private static Problem later(@Nullable String detail, long seconds) {
    return new Problem(
        429, String.valueOf(detail), null, null, null, List.of(), String.valueOf(seconds));
  }

  public static Problem of(int status) {
    String detail =
        switch (status) {
          case 401 -> "Sign in first.";
          case 403 -> "This request came from another site's page.";
          case 404 -> "There is nothing at this address.";
          case 405 -> "This address does not know that method.";
          case 413 -> "That is too much at once: 64 kB at most.";
          case 426 -> "This address is for WebSockets.";
          case 503 -> "The service is stopping. Try again in a moment.";
          case 500 -> "Something went wrong here. It has been noted; nothing more is known.";
          default -> "The request cannot be understood.";
        };
    return new Problem(status, detail, null);
  }

  public JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
            .put("status", status)
            .put("detail", detail);
    putIfAny(json, "field", field);
    putIfAny(json, "reason", reason);
    putIfAny(json, "who", who);
    if (!changed.isEmpty()) {
      json.put("changed", new JsonArray(changed));
    }
    return json;
  }

  private static void putIfAny(JsonObject json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
