package org.decroche.asterisk.agi;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.StaticMappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;
import org.jspecify.annotations.Nullable;

/**
 * asterisk-java's server, bound to loopback before its accepting thread starts, with one virtual
 * thread for each question. A question beyond {@link #AT_ONCE} is hung up on, which sends its
 * caller to the fallback.
 */
final class LoopbackServer extends DefaultAgiServer {
  static final int AT_ONCE = 500;

  /** Asterisk sends a whole question at once, and takes the answer at once. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final int boundPort;
  private final Silence silence = new Silence();
  private @Nullable ServerSocketFacade bound;

  LoopbackServer(int port, AgiScript script) {
    super(null, new StaticMappingStrategy(script), new OneCommandChannel.Factory());
    this.boundPort = port;
  }

  /**
   * Takes the port.
   *
   * @throws IOException when it is taken
   */
  void bind() throws IOException {
    LoopbackSockets sockets = new LoopbackSockets(boundPort, silence);
    setSocketReadTimeout((int) SILENCE.toMillis()); // which it hands on when it begins
    bound = sockets;
  }

  @Override
  protected ServerSocketFacade createServerSocket() throws IOException {
    if (bound == null) {
      throw new IOException("not bound");
    }
    return bound;
  }

  /** The library would log a stack trace, and try again as fast as it can. */
  @Override
  protected void handleException(String message, Exception failed) {
    silence.note(String.valueOf(failed.getMessage()));
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  /** Whoever was hung up on to make room takes a moment to be gone. */
  private static boolean comesFree(ThreadPoolExecutor pool, Runnable question) {
    try {
      return pool.getQueue().offer(question, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  protected ThreadPoolExecutor createPool() {
    return new ThreadPoolExecutor(
        0,
        AT_ONCE,
        1,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofVirtual().name("agi-", 0).factory(),
        (question, pool) -> {
          if (!comesFree(pool, question)) {
            silence.note("too many asked at once");
            throw new RejectedExecutionException("too many questions at once");
          }
        });
  }
}
