package org.decroche.web.desk;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.stream.Collectors;

/** Finds the pages that are gone without a word, and those whose session is over. */
public final class DeskPulse {
  private final Vertx vertx;
  private final OpenDesks desks;
  private final DeskGate gate;
  private final Duration beat;
  private final Duration sessionCheck;

  /**
   * Nothing beats until it is started.
   *
   * @param beat how often each page is asked for a sign of life; it has three beats to give one
   * @param sessionCheck how often each page's session is looked at; an open page keeps it alive
   */
  public DeskPulse(
      Vertx vertx, OpenDesks desks, DeskGate gate, Duration beat, Duration sessionCheck) {
    this.vertx = vertx;
    this.desks = desks;
    this.gate = gate;
    this.beat = beat;
    this.sessionCheck = sessionCheck;
  }

  /** To be called on the desks' event loop. */
  public void start() {
    long patience = beat.multipliedBy(3).toNanos();
    vertx.setPeriodic(
        beat.toMillis(), id -> desks.sockets(any -> true).forEach(socket -> socket.beat(patience)));
    vertx.setPeriodic(sessionCheck.toMillis(), id -> checkSessions());
  }

  private void checkSessions() {
    desks.sockets(any -> true).stream()
        .map(DeskSocket::session)
        .collect(Collectors.toSet())
        .forEach(session -> gate.ifOver(session, desks::endSession));
  }
}
