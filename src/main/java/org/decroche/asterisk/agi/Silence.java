package org.decroche.asterisk.agi;

import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections that have not asked yet. Asterisk asks as soon as it is connected: whoever keeps
 * silent is hung up on when places become scarce, longest silence first, so that no caller's
 * question is turned away for it.
 */
final class Silence {
  /** Leaves a hundred places for those who do ask. */
  static final int AT_MOST = LoopbackServer.AT_ONCE - 100;

  private static final Logger LOG = LoggerFactory.getLogger(Silence.class);
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final BlockingDeque<OneAnswerSocket> silent = new LinkedBlockingDeque<>();
  private final AtomicLong noted = new AtomicLong();
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES.toNanos());

  /** Counts a new connection, and makes room for it. Only the accepting thread comes here. */
  void begins(OneAnswerSocket socket) {
    silent.addLast(socket);
    if (silent.size() > AT_MOST) {
      OneAnswerSocket longest = silent.pollFirst();
      if (longest != null) {
        note("it kept silent while others came");
        longest.hangUp();
      }
    }
  }

  /** It has asked, or is gone. */
  void ends(OneAnswerSocket socket) {
    silent.remove(socket);
  }

  /** A connection is turned away: one line a minute at most says so. */
  void note(String why) {
    long count = noted.incrementAndGet();
    long now = System.nanoTime();
    long last = lastLine.get();
    if (now - last >= BETWEEN_LINES.toNanos() && lastLine.compareAndSet(last, now)) {
      LOG.warn(
          "connections where Asterisk asks who answers were hung up on: {} so far, the last because"
              + " {}",
          count,
          why);
    }
  }
}
