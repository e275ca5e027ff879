package org.decroche.web.desk;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.decroche.web.signin.SessionToken;

/** One open page of an agent. */
final class DeskSocket {
  /** In the range left to applications (RFC 6455, 7.4.2). */
  static final short SESSION_OVER = 4401;

  static final short TOO_SLOW = 4408;
  static final short TOO_MANY = 4429;

  /** What may wait for a page that does not read. A card is a few kilobytes. */
  private static final int MOST_WAITING_BYTES = 1 << 20;

  private static final String RECEIVED = "received";

  private final ServerWebSocket socket;
  // Pings are answered in their order; a page that answers none is closed within three beats.
  private final Deque<CompletableFuture<Void>> unanswered = new ArrayDeque<>();
  private final SessionToken session;
  private long heardNanos = System.nanoTime();
  private boolean greeted;
  private boolean closing;
  private final Runnable gone;

  /**
   * A socket just opened.
   *
   * @param gone to be run when we close it: a page that sleeps does not answer, and the socket's
   *     own end can take its time
   */
  DeskSocket(ServerWebSocket socket, SessionToken session, Consumer<DeskSocket> gone) {
    this.socket = socket;
    this.session = session;
    this.gone = () -> gone.accept(this);
    socket.setWriteQueueMaxSize(MOST_WAITING_BYTES);
  }

  SessionToken session() {
    return session;
  }

  /** The first frame; none goes before it. */
  void greet(String hello) {
    greeted = true;
    send(hello);
  }

  /**
   * Writes at once, on the socket's own event loop; a page that does not read is let go instead.
   */
  void send(String frame) {
    if (!greeted || closing) {
      return;
    }
    if (socket.writeQueueFull()) {
      close(TOO_SLOW);
    } else {
      socket.writeTextMessage(frame);
    }
  }

  /**
   * Ends the future when the page has received everything sent so far.
   *
   * <p>A browser answers a ping by itself, in its turn among the frames (RFC 6455, 5.5.2 and
   * 5.5.3): that costs one way there and back, and nothing of the page's own time.
   */
  void whenReceived(CompletableFuture<Void> received) {
    if (greeted && !closing) {
      unanswered.add(received);
      socket.writePing(Buffer.buffer(RECEIVED));
    }
  }

  void pong(Buffer payload) {
    heard();
    if (payload.toString().equals(RECEIVED)) {
      CompletableFuture<Void> received = unanswered.poll();
      if (received != null) {
        received.complete(null);
      }
    }
  }

  void heard() {
    heardNanos = System.nanoTime();
  }

  /** Asks for a sign of life, or ends what has given none for that long. */
  void beat(long patienceNanos) {
    if (System.nanoTime() - heardNanos > patienceNanos) {
      close(TOO_SLOW);
    } else if (!closing) {
      socket.writePing(Buffer.buffer("?"));
    }
  }

  void close(short code) {
    if (!closing) {
      closing = true;
      socket.close(code);
      gone.run();
    }
  }
}
