package org.decroche.bench;

import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An open desk: when the card of each caller came, and what the service thinks the phone does. */
final class Desk implements WebSocket.Listener {
  private final Map<String, Long> pops = new ConcurrentHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private volatile String activity = "";

  // A browser's pong does not wait for its page either.
  private final ExecutorService reading =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  /** Microseconds since 1970 by the caller's E.164 number. */
  Map<String, Long> pops() {
    return pops;
  }

  boolean idle() {
    return activity.equals("idle");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    from.request(1);
    text.append(part);
    if (last) {
      String frame = text.toString();
      text.setLength(0);
      reading.execute(() -> take(new JsonObject(frame), now));
    }
    return null;
  }

  private void take(JsonObject frame, long now) {
    if (frame.containsKey("activity")) {
      activity = frame.getString("activity");
    }
    JsonObject number = frame.getJsonObject("number");
    if (number != null && number.getString("e164") != null) {
      pops.putIfAbsent(number.getString("e164"), now);
    }
  }
}
