package org.decroche.demo;

import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** An agent's desk, open on a screen that nobody has: what it is shown, and when. */
final class Desk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Something the service showed, at the moment it reached the screen. */
  record Frame(Instant at, JsonObject content) {
    String type() {
      return Json.text(content, "type");
    }
  }

  private final Player player;
  private final Api api;
  private final WebSocket socket;
  private final Frames frames;

  private Desk(Player player, Api api, WebSocket socket, Frames frames) {
    this.player = player;
    this.api = api;
    this.socket = socket;
    this.frames = frames;
  }

  static Desk open(Player player, Api api) throws Trouble {
    Frames frames = new Frames();
    try {
      WebSocket socket =
          api.openDesk(frames).orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
      return new Desk(player, api, socket, frames);
    } catch (CompletionException refused) {
      String why =
          refused.getCause() instanceof TimeoutException ? "no answer" : "" + refused.getCause();
      throw Trouble.unavailable("%s's desk does not open: %s".formatted(player.called(), why));
    }
  }

  Player player() {
    return player;
  }

  /**
   * Makes the person ready as of now, whatever they were before: so all have been idle for a time
   * that is known.
   */
  void becomeReady() throws Trouble {
    choose("off");
    choose("ready");
  }

  /** Waits until the service sees the phone signed in and on the hook. */
  void awaitIdle(Instant deadline) throws Trouble {
    String activity = "unknown";
    while (!activity.equals("idle")) {
      Frame frame = frames.next(deadline);
      if (frame == null) {
        throw Trouble.unavailable(
            "%s's phone should be idle; the desk still says: %s"
                .formatted(player.called(), activity));
      }
      activity = frame.content().getString("activity", activity);
    }
  }

  /** What came since the last time this was asked. */
  List<Frame> fresh() {
    return frames.all();
  }

  /** The person goes home: off, signed out. Quick, also when the service is gone. */
  @Override
  public void close() {
    socket.abort();
    try {
      choose("off");
    } catch (Trouble gone) {
      // nobody left to tell
    }
    api.signOut();
  }

  private void choose(String availability) throws Trouble {
    api.put("/api/me/availability", new JsonObject().put("availability", availability));
  }

  /** Puts the pieces of each message together. */
  private static final class Frames implements WebSocket.Listener {
    private final BlockingQueue<Frame> seen = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      Instant now = Instant.now();
      message.append(data);
      if (last) {
        seen.add(new Frame(now, new JsonObject(message.toString())));
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Nullable Frame next(Instant deadline) {
      try {
        return seen.poll(
            Duration.between(Instant.now(), deadline).toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return null;
      }
    }

    List<Frame> all() {
      List<Frame> all = new ArrayList<>();
      seen.drainTo(all);
      return all;
    }
  }
}
