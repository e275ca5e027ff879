package org.decroche.bench;

import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open board: when it was told that somebody talks, or that nobody does. */
final class Wall implements WebSocket.Listener {
  /**
   * What it said then.
   *
   * @param micros since 1970
   */
  record Told(long micros, boolean talks) {}

  private final List<Told> told = new CopyOnWriteArrayList<>();
  private final StringBuilder text = new StringBuilder();

  List<Told> told() {
    return told;
  }

  /** Until the board has said that nobody talks, some seconds at most. */
  void hearsTheLast() throws InterruptedException {
    long giveUp = System.nanoTime() + 5_000_000_000L;
    while (told.getLast().talks() && System.nanoTime() < giveUp) {
      Thread.sleep(20);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    final long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    text.append(part);
    if (last) {
      JsonObject board = new JsonObject(text.toString()).getJsonObject("board");
      if (board != null) {
        told.add(new Told(now, talks(board)));
      }
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  private static boolean talks(JsonObject board) {
    return board.getJsonArray("people").stream()
        .map(JsonObject.class::cast)
        .anyMatch(person -> person.getString("talkingSince") != null);
  }
}
