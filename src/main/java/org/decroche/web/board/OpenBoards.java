package org.decroche.web.board;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.decroche.store.AgentAccount;
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
  private final BiConsumer<AgentAccount, JsonObject> seen;
  private final ExecutorService blocking;

  // All of this lives on the one context.
  private final Map<ServerWebSocket, Looker> open = new LinkedHashMap<>();
  private boolean gathering;
  private boolean reading;
  private boolean again;
  private boolean asking;
  private boolean askAgain;
  private int beats;

  /** Whose board it is, and in which session. */
  private record Looker(SessionToken token, AgentAccount agent) {}

  /**
   * No board is open yet.
   *
   * @param board reads it; blocks
   * @param signedIn whether a session goes on; blocks
   * @param seen told who sees which board, each time; must return at once
   */
  public OpenBoards(
      Vertx vertx,
      Context home,
      Supplier<JsonObject> board,
      Predicate<SessionToken> signedIn,
      BiConsumer<AgentAccount, JsonObject> seen,
      ExecutorService blocking) {
    this.vertx = vertx;
    this.home = home;
    this.board = board;
    this.signedIn = signedIn;
    this.seen = seen;
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
  public void add(ServerWebSocket socket, SessionToken token, AgentAccount agent) {
    if (socket.isClosed()) {
      return; // it takes no handler any more, and nothing would tell that it is gone
    }
    socket.closeHandler(closed -> open.remove(socket));
    socket.exceptionHandler(broken -> LOG.debug("a board's socket broke: {}", broken.toString()));
    open.put(socket, new Looker(token, agent));
    read(); // whoever comes sees it, and nobody is the worse for seeing it again
  }

  /** Somebody is out: their boards are closed at once. From any thread; returns at once. */
  public void sessionsEnded() {
    home.runOnContext(
        nothing -> {
          if (!open.isEmpty()) {
            letGo();
          }
        });
  }

  private void beat() {
    if (open.isEmpty()) {
      return;
    }
    if (!asking) { // the store is slow: the next beat asks it again
      letGo();
    }
    beats++;
    if (beats % LOOKED_AT_EVERY == 0) {
      read();
    } else {
      send("{\"type\":\"alive\"}");
    }
  }

  /** Sessions that are over, for whatever reason; each is asked for once. */
  private void letGo() {
    if (asking) {
      askAgain = true; // what it answers may be from before
      return;
    }
    asking = true;
    Set<SessionToken> all =
        open.values().stream().map(Looker::token).collect(Collectors.toUnmodifiableSet());
    blocking.execute(
        () -> {
          Set<SessionToken> over =
              all.stream().filter(this::isOver).collect(Collectors.toUnmodifiableSet());
          home.runOnContext(
              nothing -> {
                asking = false;
                close(over);
                if (askAgain) {
                  askAgain = false;
                  letGo();
                }
              });
        });
  }

  private void close(Set<SessionToken> over) {
    // A copy, for a socket may be gone from the others as soon as it is closed.
    Map.copyOf(open)
        .forEach(
            (socket, looker) -> {
              if (over.contains(looker.token())) {
                Future<Void> unused = socket.close(SESSION_OVER);
              }
            });
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
    Set<AgentAccount> lookers =
        open.values().stream().map(Looker::agent).collect(Collectors.toUnmodifiableSet());
    blocking.execute(
        () -> {
          String text = text(lookers);
          home.runOnContext(nothing -> read(text));
        });
  }

  private String text(Set<AgentAccount> lookers) {
    try {
      JsonObject stands = board.get();
      lookers.forEach(agent -> seen.accept(agent, stands));
      return stands.encode();
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
      // One that is closing throws, and must not keep it from the others; one that does not read
      // is told the next time.
      if (!socket.isClosed() && !socket.writeQueueFull()) {
        socket.writeTextMessage(frame);
      }
    }
  }
}
