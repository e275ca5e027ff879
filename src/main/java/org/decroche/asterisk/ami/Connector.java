package org.decroche.asterisk.ami;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.decroche.engine.Events;
import org.decroche.routing.Event;
import org.decroche.routing.agent.Phone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one link to Asterisk: makes it, watches it, makes the next one. Has a thread for that. */
final class Connector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Clocks drift and booting takes a moment: only a later boot than this is another one. */
  private static final Duration SAME_BOOT = Duration.ofSeconds(3);

  private final int port;
  private final String user;
  private final String secret;
  private final Events events;
  private final InstantSource clock;
  private final Consumer<String> tooOld;
  private final Consumer<Set<Phone>> members;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Link link;
  private volatile @Nullable Session session;
  private @Nullable Instant bootedAt;

  Connector(
      int port,
      String user,
      String secret,
      Events events,
      InstantSource clock,
      Consumer<String> tooOld,
      Consumer<Set<Phone>> members) {
    this.port = port;
    this.user = user;
    this.secret = secret;
    this.events = events;
    this.clock = clock;
    this.tooOld = tooOld;
    this.members = members;
  }

  void start() {
    Thread.ofPlatform().daemon().name("asterisk-link").start(this::keep);
  }

  @Override
  public void close() {
    closing.countDown();
    link().ifPresent(Link::close);
  }

  Optional<Link> link() {
    return Optional.ofNullable(link);
  }

  /** The session, once Asterisk has been looked at through it. */
  Optional<Session> session() {
    return Optional.ofNullable(session).filter(Session::live);
  }

  private void keep() {
    Duration pause = FIRST_PAUSE;
    try {
      do {
        pause = lived() ? FIRST_PAUSE : min(pause.multipliedBy(2), LONGEST_PAUSE);
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One link's life. False when there was none. */
  private boolean lived() throws InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    Link made = new Link(port, user, secret, gone::countDown);
    Session reports = new Session(made, events, clock, members, this::booted);
    made.addEventListener(reports);
    try {
      made.login();
      if (!suits(made.asterisk())) {
        return false;
      }
      link = made;
      session = reports;
      reports.loggedIn();
      watch(made, gone);
      return true;
    } catch (AuthenticationFailedException refused) {
      LOG.error("Asterisk's management port {} refuses us: {}", port, refused.getMessage());
      return false;
    } catch (IOException | TimeoutException | IllegalStateException absent) {
      LOG.info("no link to Asterisk on port {}: {}", port, absent.getMessage());
      return false;
    } finally {
      end(made, reports);
    }
  }

  private void watch(Link made, CountDownLatch gone) throws InterruptedException {
    try {
      while (!gone.await(Link.HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)
          && closing.getCount() > 0) {
        made.heartbeat();
      }
    } catch (IOException | IllegalStateException cut) {
      LOG.debug("the heartbeat could not be sent", cut);
    }
  }

  private void end(Link made, Session reports) {
    link = null;
    session = null;
    made.removeEventListener(reports);
    made.close();
    if (reports.live() && closing.getCount() > 0) {
      LOG.warn(
          "the link to Asterisk on port {} is gone; callers go on by the dialplan alone", port);
      events.happened(new Event.AsteriskLost(clock.instant()));
    }
  }

  private boolean suits(String asterisk) {
    if (Release.tooOld(asterisk)) {
      String line = "Asterisk " + asterisk + " is too old: 22 is needed (20 works)";
      LOG.error(line);
      tooOld.accept(line);
      return false;
    }
    if (Release.untested(asterisk)) {
      LOG.warn("Asterisk {} should work; 22 is what Décroché is tested with", asterisk);
    }
    LOG.info("linked to Asterisk {} on port {}", asterisk, port);
    return true;
  }

  /**
   * Tells a restart of Asterisk from a mere cut of the link: after a restart all calls are gone.
   */
  private void booted(FullyBootedEvent boot) {
    Integer uptime = boot.getUptime();
    if (uptime == null) {
      return;
    }
    Instant at = clock.instant().minusSeconds(uptime);
    Instant before = bootedAt;
    if (before != null && at.isAfter(before.plus(SAME_BOOT))) {
      LOG.warn("Asterisk itself was restarted");
    }
    bootedAt = at;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
