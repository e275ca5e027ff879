package org.decroche.web.desk;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import org.decroche.web.signin.SessionToken;

/** One open page of an agent. */
final class DeskSocket {
  /** In the range left to applications (RFC 6455, 7.4.2). */
  static final short SESSION_OVER = 4401;

  static final short TOO_SLOW = 4408;
  static final short TOO_MANY = 4429;

  /** What may wait for a page that does not read. A card is a few kilobytes. */
  private static final int MOST_WAITING_BYTES = 1 << 20;

  private final ServerWebSocket socket;
  private final SessionToken session;
  private long heardNanos = System.nanoTime();
  private boolean greeted;
  private boolean closing;

  DeskSocket(ServerWebSocket socket, SessionToken session) {
    this.socket = socket;
    this.session = session;
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
    }
  }
}
