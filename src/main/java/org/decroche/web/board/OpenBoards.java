package org.decroche.web.board;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.decroche.web.signin.SessionToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The boards that are open. A fact is on them within half a second: the record of calls gathers for
 * 10 ms, we for 100 (a call's facts come close together), and the board is read and sent once for
 * all of them. A sign of life every second lets a board know that it is up to date although nothing
 * happens. Nothing is read while no board is open.
 */
public final class OpenBoards {
  private static final Logger LOG = LoggerFactory.getLogger(OpenBoards.class);
  private static final Duration GATHERING = Duration.ofMillis(100);
  private static final Duration BEAT = Duration.ofSeconds(1);

  /** What becomes late by time alone, and what nobody tells of. */
  private static final int LOOKED_AT_EVERY = 2;

  /** 1008 of RFC 6455: not allowed any more. */
  private static final short SESSION_OVER = 1008;

  private final Vertx vertx;
  private final Context home;
  private final Supplier<JsonObject> board;
  private final Predicate<SessionToken> signedIn;
  private final ExecutorService blocking;

  // All of this lives on the one context.
  private final Map<ServerWebSocket, SessionToken> open = new LinkedHashMap<>();
  private boolean gathering;
  private boolean reading;
  private boolean again;
  private int beats;

  /**
   * No board is open yet.
   *
   * @param board reads it; blocks
   * @param signedIn whether a session goes on; blocks
   */
  public OpenBoards(
      Vertx vertx,
      Context home,
      Supplier<JsonObject> board,
      Predicate<SessionToken> signedIn,
      ExecutorService blocking) {
    this.vertx = vertx;
    this.home = home;
    this.board = board;
    this.signedIn = signedIn;
    this.blocking = blocking;
  }

  /** Begins to beat. */
  public void start() {
    long unused = vertx.setPeriodic(BEAT.toMillis(), id -> home.runOnContext(nothing -> beat()));
  }

  /** Something may look different now. From any thread; returns at once. */
  public void changed() {
    home.runOnContext(
        nothing -> {
          if (!open.isEmpty() && !gathering) {
            gathering = true;
            long unused =
                vertx.setTimer(
                    GATHERING.toMillis(),
                    id ->
                        home.runOnContext(
                            now -> {
                              gathering = false;
                              read();
                            }));
          }
        });
  }

  /**
   * A board was opened; on the context. It is no desk: nobody counts as present because a board
   * hangs on the wall.
   */
  public void add(ServerWebSocket socket, SessionToken token) {
    open.put(socket, token);
    socket.closeHandler(closed -> open.remove(socket));
    socket.exceptionHandler(broken -> LOG.debug("a board's socket broke: {}", broken.toString()));
    read(); // whoever comes sees it, and nobody is the worse for seeing it again
  }

  private void beat() {
    if (open.isEmpty()) {
      return;
    }
    letGo();
    beats++;
    if (beats % LOOKED_AT_EVERY == 0) {
      read();
    } else {
      send("{\"type\":\"alive\"}");
    }
  }

  /** Sessions that are over, for whatever reason. */
  private void letGo() {
    Map<ServerWebSocket, SessionToken> all = Map.copyOf(open);
    blocking.execute(
        () ->
            all.forEach(
                (socket, token) -> {
                  if (isOver(token)) {
                    home.runOnContext(nothing -> socket.close(SESSION_OVER));
                  }
                }));
  }

  private boolean isOver(SessionToken token) {
    try {
      return !signedIn.test(token);
    } catch (RuntimeException away) {
      return false; // the store does not answer: nobody is put out for that
    }
  }

  private void read() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    blocking.execute(
        () -> {
          String text = text();
          home.runOnContext(nothing -> read(text));
        });
  }

  private String text() {
    try {
      return board.get().encode();
    } catch (RuntimeException away) {
      // Without a word from us the boards say by themselves that they are old.
      LOG.warn("the boards cannot be told: {}", away.toString());
      return "";
    }
  }

  private void read(String text) {
    reading = false;
    if (!text.isEmpty()) {
      send("{\"type\":\"board\",\"board\":" + text + "}");
    }
    if (again) {
      again = false;
      read();
    }
  }

  private void send(String frame) {
    for (ServerWebSocket socket : open.keySet()) {
      if (!socket.writeQueueFull()) { // one that does not read is told the next time
        socket.writeTextMessage(frame);
      }
    }
  }
}
